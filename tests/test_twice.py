"""What is told where two runs differ (law 4)."""

import zipfile
from pathlib import Path

from pipeline.twice import differing_files


def packed(path: Path, method: int, **parts: str) -> None:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text, method)


def test_a_difference_is_told_with_its_file_and_part(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    packed(one / "a.xlsx", zipfile.ZIP_STORED, sheet="1", strings="the same", gone="")
    packed(other / "a.xlsx", zipfile.ZIP_STORED, sheet="2", strings="the same")
    packed(one / "b.docx", zipfile.ZIP_STORED, document="words " * 20)
    packed(other / "b.docx", zipfile.ZIP_DEFLATED, document="words " * 20)
    (one / "c.json").write_text("1")
    assert differing_files(one, other) == ["a.xlsx (gone, sheet)", "b.docx (packed otherwise)", "c.json"]
