"""Comment tables: headings, rows, the readers of Word files and workbooks, and the project's own form."""
