"""Comment tables: from neutral grids of cells to remarks, whatever file they stood in. Pure; knows no format.

==========  ==================================================================================
module      what it knows
==========  ==================================================================================
grid        the values: cells, rows, grids; tables of other readers' blocks as grids
vocabulary  the words of column headings in the languages of the forms
headings    what a column is for, and which rows of a grid are its header
furniture   rows that are the form's own: numbering, examples, legends, repeated headers, title blocks
answers     one filled row as one remark
reading     a file's grids, one after the other, as one reading
prefilled   the hidden provision id of the project's own form
==========  ==================================================================================
"""
