"""A received file of any form as blocks: paragraphs, headings, items and tables with their places.

==========  ==========================================================  =====================================
form        read by                                                     lost, with a notice
==========  ==========================================================  =====================================
.docx       ``word``: own walk over the parts, marks accepted           nothing of the body
.odt        ``opendocument``: own walk (pandoc 3.9 drops text boxes     who made a mark
            and takes underlining for italics)
.rtf .html  ``rtf``, ``web`` clean it, ``pandoc`` reads it              highlighting in .rtf
.txt        ``plain``                                                   nothing
.pdf        ``pdf``: text with its positions on the page                underlining, marks, tables' borders
.eml        ``mail``: the body; attachments are handed back             nothing
.doc        LibreOffice through ``office``, else ``word97``             marks, comments, lists' numbers
==========  ==========================================================  =====================================

Where LibreOffice is installed, .odt, .rtf and .doc files are first looked at as Word files (``pipeline.conversions``): what is a
version of the draft never comes here, and the comments of the others are read there.

``choose`` looks at the content before the name and picks the reader. Nothing here touches the network.
"""

from .choose import read_blocks
from .office import as_word
from .reading import Attachment, FormReading, SetAside

__all__ = ["Attachment", "FormReading", "SetAside", "as_word", "read_blocks"]
