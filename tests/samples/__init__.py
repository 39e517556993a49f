"""The sample inputs, written from text: `python -m tests.samples [TARGET_DIR]` (default `inputs/`).

`markup` reads the light notation, `model` holds documents, `edits` changes them, `word`, `parts` and `styles` write
Word's XML, `package` zips it, `forms/` writes the other kinds of file.
The prose stands apart: `draft_front`, `draft_organs`, `draft_es_front`, `draft_es_organs`, `older`, `report_text` and the modules in
`states/` (marks on the English draft) and `answers/` (every other form). `key.tsv` says where each wish in `answers/` belongs, read
from the texts alone.
Every file is the same, byte for byte, on each run.
"""
