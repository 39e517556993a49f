"""Pictures of the outputs for the README, and a check of every page as LibreOffice lays it out: `make pictures`.

Checks: no page without words of its own, no word beyond the edge of the paper, no row of a sheet lower than its words need.
Needs LibreOffice (soffice) and poppler (pdftoppm, pdftotext); Chromium, where it is there, takes the picture of the page.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html
from openpyxl import load_workbook

from tests.meetings import SAMPLES, run

TARGET = Path(__file__).resolve().parents[1] / "docs" / "pictures"
TOOLS = ("soffice", "pdftoppm", "pdftotext")
PACKAGES = "libreoffice-writer libreoffice-calc poppler-utils fonts-crosextra-carlito fonts-liberation"
ADVICE = f"apt-get install -y --no-install-recommends {PACKAGES}"
MARGIN = 0.09  # of the page's height: its header and its footer
EDGE = 4.0  # points of paper that no printer reaches
LINE, TALLEST = 12.75, 409.0  # points: a line of Calibri 10; Excel's highest row
UTF_8 = html.HTMLParser(encoding="utf-8")
FEW = 3  # words that a page may hold besides header and footer and still count as empty
SECONDS = 300
# picture: (document, words that stand on its page)
PAGES = {
    "marks": ("consolidated", "To establish a network of focal points"),
    "conflicts": ("consolidated", "beside the wording of the draft. Words that are not"),
    "print": ("consolidated-print", "To establish a network of focal points"),
    "read-me": ("comparison", "What this is"),
    "proposals": ("comparison", "Decision Agreed text"),
    "comparison": ("comparison", "Provision Draft text"),
    "heat-map": ("comparison", "Legislation and institutions … Indicative timetable … Reporting and review"),
}


@dataclass(frozen=True)
class Word:
    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Page:
    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def main() -> int:
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"make pictures needs {', '.join(missing)}: {ADVICE}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        outputs = Path(folder) / "outputs"
        run(SAMPLES, outputs)
        found = list(_all(outputs, Path(folder)))
    for line in found:
        print(line)
    print(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET.name}/, {len(found)} findings")
    return 1 if found else 0


def _all(outputs: Path, folder: Path) -> Iterator[str]:
    TARGET.mkdir(parents=True, exist_ok=True)
    laid_out = {}
    for name in ("consolidated.docx", "consolidated-print.docx", "comparison.xlsx"):
        pdf = as_pdf(outputs / name, folder)
        pages = laid_out[pdf.stem] = pages_of(pdf)
        yield from (f"{name}: {line}" for line in [*empty(pages), *beyond(pages)])
    yield from (f"comparison.xlsx: {line}" for line in clipped(outputs / "comparison.xlsx"))
    for picture, (document, words) in PAGES.items():
        number = next((i for i, page in enumerate(laid_out[document], 1) if all(w in page.text for w in words.split(" … "))), 0)
        if number:
            take(folder / f"{document}.pdf", number, TARGET / picture)
        else:
            yield f"{document}: no page holds {words!r}"
    photograph(outputs / "consolidated.html", TARGET / "page.png")


def as_pdf(path: Path, folder: Path) -> Path:
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return folder / f"{path.stem}.pdf"


def pages_of(pdf: Path) -> list[Page]:
    text = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=SECONDS).stdout
    return [
        Page(float(p.get("width")), float(p.get("height")), tuple(_word(w) for w in p.iter("word")))
        for p in html.document_fromstring(re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", text), UTF_8).iter("page")
    ]


def _word(w: html.HtmlElement) -> Word:
    left, top, right, bottom = (float(w.get(key) or 0) for key in ("xmin", "ymin", "xmax", "ymax"))
    return Word(w.text or "", left, top, right, bottom)


def empty(pages: list[Page]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        own = [w for w in page.words if MARGIN * page.height < w.top < (1 - MARGIN) * page.height]
        if len(own) < FEW:
            yield f"page {number} is empty"


def beyond(pages: list[Page]) -> Iterator[str]:
    for number, page in enumerate(pages, 1):
        for w in page.words:
            if w.left < EDGE or w.top < EDGE or w.right > page.width - EDGE or w.bottom > page.height - EDGE:
                yield f"page {number}: {w.text!r} reaches the edge of the paper"
                break


def clipped(path: Path) -> Iterator[str]:
    """Rows that are lower than their words need. Excel's highest row holds no more: what is longer is told in the Read me."""
    for sheet in load_workbook(path).worksheets:
        width = {letter: dimension.width for letter, dimension in sheet.column_dimensions.items()}
        for row in sheet.iter_rows(min_row=2):
            height = sheet.row_dimensions[row[0].row].height
            if height is None or height >= TALLEST:
                continue
            wrapped = [c for c in row if c.value and c.alignment.wrap_text]
            needed = max((_lines(str(c.value), width.get(c.column_letter, 10.0)) for c in wrapped), default=1)
            if needed * LINE > height + LINE:
                yield f"{sheet.title}, row {row[0].row}: {needed} lines in {height} points"


def _lines(text: str, width: float) -> int:
    """Lines of a cell: 1.2 characters of running text in a unit of width."""
    return sum(max(1, -(-len(line) // max(int(width * 1.2), 1))) for line in text.split("\n"))


def take(pdf: Path, number: int, target: Path) -> None:
    command = ["pdftoppm", "-r", "70", "-png", "-singlefile", "-f", str(number), "-l", str(number), str(pdf), str(target)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


def photograph(page: Path, target: Path) -> None:
    browser = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if browser is None:
        print("no Chromium: the picture of the reading page stays as it is", file=sys.stderr)
        return
    look = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--window-size=900,1500"]
    command = [browser, *look, f"--screenshot={target}", f"{page.as_uri()}#at=III.C"]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)


if __name__ == "__main__":
    sys.exit(main())
