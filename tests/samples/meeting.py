"""The two text files of the sample: the facts of the meeting, and what each file shows."""

from pathlib import Path

HERE = Path(__file__).parent
TOML = (HERE / "consolidation.toml").read_text(encoding="utf-8")
README = (HERE / "inputs-readme.md").read_text(encoding="utf-8")
