"""The samples are a yardstick only if they are what they claim to be; these tests hold that."""

import re
import zipfile
from functools import cache
from pathlib import Path

import pypandoc
import pytest

from tests.samples.build import build, written_submission
from tests.samples.states import SUBMISSIONS

INPUTS = Path(__file__).resolve().parents[1] / "inputs"
DRAFT = INPUTS / "draft-program.docx"
OLDER = INPUTS / "earlier-drafts" / "draft-program-2003.docx"
TRACKED = [name for name, submission in SUBMISSIONS.items() if not submission.clean]
UNMARKED_EDITS = "Ecuador - observaciones.docx"
# In these pandoc's reading of the accepted text differs for a known reason: contents are refreshed in the clean twin.
CONTENTS_REFRESHED = "Peru y Chile.docx"
REVISION = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange) ")
FEATURES = {
    "Argentina - comentarios (25-10-2004).docx": [r"<w:trPr><w:cantSplit/><w:ins "],
    "Brasil.docx": [r"<w:moveFrom ", r"<w:moveToRangeEnd ", r"<w:rPrChange ", r"<w:ins [^>]*>.{0,200}<w:del "],
    "Colombia.docx": [r"<w:del [^>]*><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference "],
    "Ecuador - observaciones.docx": [r"<w:pPrChange "],
    "El Salvador.docx": [r"<w:ins [^>]*>.{0,200}<w:vanish/>"],
    "Proposals of Canada.docx": [r"w15:paraIdParent=", r"attachedTemplate"],
    "United States.docx": [r"<w:trPr><w:cantSplit/><w:del ", r"w15:paraIdParent="],
    "Mexico.docx": [r"<w:footnote w:id=\"\d\">.{0,900}<w:ins "],
}


@cache
def words(path: Path, track_changes: str) -> list[str]:
    """The document's lines as pandoc reads them, without list numbers, and without the empty items that it leaves."""
    text = pypandoc.convert_file(str(path), "plain", extra_args=[f"--track-changes={track_changes}", "--wrap=none"])
    lines = (re.sub(r"^\s*(?:\d+\.|\([a-z]+\))(?:\s+|$)", "", line) for line in text.splitlines())
    return [line for line in lines if line.strip(" |+-=")]


def parts_of(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


def test_the_inputs_are_made_again_byte_for_byte(tmp_path):
    """What is committed is what the script writes."""
    for path in build(tmp_path):
        assert (INPUTS / path.relative_to(tmp_path)).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("name", [name for name in TRACKED if name != UNMARKED_EDITS])
def test_a_marked_submission_with_its_marks_rejected_is_the_text_it_was_made_on(name):
    """Pandoc, which shares no code with the writer, agrees."""
    base = OLDER if SUBMISSIONS[name].base == "older" else DRAFT
    assert words(INPUTS / "submissions" / name, "reject") == words(base, "accept")


@pytest.mark.parametrize("name", [name for name in TRACKED if name != CONTENTS_REFRESHED])
def test_a_marked_submission_with_its_marks_accepted_is_its_clean_twin(name, tmp_path):
    """The two ways of writing an edit, as marks and as text, say the same."""
    twin = tmp_path / "twin.docx"
    twin.write_bytes(written_submission(SUBMISSIONS[name], clean=True))
    assert words(INPUTS / "submissions" / name, "accept") == words(twin, "accept")


def test_the_edits_made_without_marks_are_two():
    """Only these differ from the draft once Ecuador's marks are rejected."""
    kept = words(INPUTS / "submissions" / UNMARKED_EDITS, "reject")
    assert len(set(kept) - set(words(DRAFT, "accept"))) == 2


@pytest.mark.parametrize("name", [name for name, submission in SUBMISSIONS.items() if submission.clean])
def test_a_retyped_submission_carries_no_mark(name):
    """It must be compared; nothing in it tells what was changed."""
    assert not REVISION.search(parts_of(INPUTS / "submissions" / name))


@pytest.mark.parametrize("name", list(FEATURES))
def test_the_constructs_that_the_readme_promises_are_there(name):
    """A sample that lost its difficulty would pass every test of the pipeline."""
    content = parts_of(INPUTS / "submissions" / name)
    assert [feature for feature in FEATURES[name] if not re.search(feature, content)] == []


def test_no_personal_name_stands_in_a_text():
    """The names belong to marks, comments and properties alone, so that a leak is seen."""
    for name, submission in SUBMISSIONS.items():
        text = " ".join(words(INPUTS / "submissions" / name, "accept"))
        assert [person for person in submission.people if person in text] == []


def test_the_readme_lists_every_file():
    """A file without its line in the table is a riddle to the reader."""
    readme = (INPUTS / "README.md").read_text(encoding="utf-8")
    missing = [p.name for p in (INPUTS / "submissions").glob("*.docx") if f"`{p.name}`" not in readme]
    assert missing == []
