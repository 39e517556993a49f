"""Command line: write the sample inputs into a folder."""

import sys
from pathlib import Path

from .build import build

INPUTS = Path(__file__).resolve().parents[2] / "inputs"

if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else INPUTS
    for path in build(target):
        print(path)
