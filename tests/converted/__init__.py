"""Specimens in .odt, .rtf and .doc, and what LibreOffice makes of them: so that the tests need no LibreOffice."""
