"""The sample inputs, written from text: `python -m tests.samples [TARGET_DIR]` (default `inputs/`).

`markup` reads the light notation, `model` holds documents, `edits` changes them, `word`, `parts` and `styles` write
Word's XML, `package` zips it.
The prose stands apart: `draft_front`, `draft_organs`, `older`, `report_text` and the modules in `states/`.
Every file is the same, byte for byte, on each run.
"""
