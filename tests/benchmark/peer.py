"""The peer's merge as one program.  usage: peer.py INPUTS OUTPUT.docx   (run by the peer's own interpreter)

It is asked to keep every rival text (STACK_ALL), as our merge does; it accepts tracked submissions by itself.
"""

import sys
from pathlib import Path

from docx_scalpel import ConflictResolution, DocxDiffConsolidateSettings, DocxDiffReviewer, docx_diff_consolidate

if __name__ == "__main__":
    inputs, output = Path(sys.argv[1]), Path(sys.argv[2])
    reviewers = [DocxDiffReviewer(p.read_bytes(), p.stem) for p in sorted((inputs / "submissions").glob("*.docx"))]
    settings = DocxDiffConsolidateSettings(conflict_resolution=ConflictResolution.STACK_ALL)
    output.write_bytes(docx_diff_consolidate((inputs / "draft-program.docx").read_bytes(), reviewers, settings))
