"""The officer's settings: every key optional, every mistake told with file, line and remedy."""

from pathlib import Path

import pytest

from pipeline.config import Config, load_config
from pipeline.errors import InputError, LawBroken, Unreadable


def load(folder: Path, text: str) -> tuple[Config, list[str]]:
    (folder / "consolidation.toml").write_text(text, encoding="utf-8")
    return load_config(folder)


def test_no_file(tmp_path: Path) -> None:
    """Without a file every setting is its default, and each default is told."""
    config, told = load_config(tmp_path)
    assert (config.draft, config.cut_off, config.date, config.paper) == (
        "draft-program.docx", "2004-11-18", "2004-11-18", "letter"
    )  # fmt: skip
    assert told[0] == "consolidation.toml: not found, every setting is the default"
    assert 'consolidation.toml: [meeting] cut_off not set, using "2004-11-18"' in told


def test_everything_set(tmp_path: Path) -> None:
    """What is set is used, dates with or without quotes, and nothing set is told as a default."""
    config, told = load(
        tmp_path,
        """draft = "base.docx"
[meeting]
title = "Consolidated"
cut_off = 2004-11-20
deadline = "2004-10-29"
language = "es"
[files]
"x.docx" = ["Mexico", "Peru"]
"y.docx" = "Chile"
[received]
"x.docx" = 2004-10-25
[contributors]
"Red Migrante" = { code = "REDMIG", kind = "civil society", aliases = ["Red", "RM"], order = 500 }
[output]
paper = "a4"
[internal]
markers = ["SECRET"]
""",
    )
    assert (config.draft, config.title, config.cut_off, config.deadline) == (
        "base.docx", "Consolidated", "2004-11-20", "2004-10-29"
    )  # fmt: skip
    assert (config.date, config.original_language) == ("2004-11-20", "es")
    assert config.files == {"x.docx": "Mexico; Peru", "y.docx": "Chile"}
    assert config.received == {"x.docx": "2004-10-25"}
    assert config.contributors["Red Migrante"] == {
        "code": "REDMIG", "kind": "civil society", "aliases": "Red|RM", "order": "500"
    }  # fmt: skip
    assert (config.paper, config.internal_markers) == ("a4", ("SECRET",))
    assert not [line for line in told if "cut_off" in line or "paper" in line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[meeting]\ntitel = "x"', r'line 2, \[meeting\] titel.*Did you mean "title"\?'),
        ('drafts = "x.docx"', r'line 1, drafts.*Did you mean "draft"\?'),
        ('[meetings]\ntitle = "x"', r'line 1, \[meetings\].*Did you mean "meeting"\?'),
        ('[meeting]\ndraft = "x.docx"', "line 2.*belongs at the top"),
        ('paper = "a4"', r"line 1.*belongs under \[output\]"),
        ("[meeting]\ntitle = 3", "line 2.*text in quotes"),
        ('[meeting]\ncut_off = "18 November"', 'line 2.*a date such as "2004-11-18"'),
        ("[meeting]\ncut_off = 2004-11-18T10:00:00", "line 2.*a date such as"),
        ('[output]\npaper = "A4"', 'line 2.*one of "letter", "a4"'),
        ('[internal]\nmarkers = "X"', "line 2.*a list of texts"),
        ('draft = "../x.docx"', "line 1.*inside the inputs folder"),
        ('meeting = "x"', "is not a table"),
        ('[contributors.X]\ncod = "X"', r'line 2.*Did you mean "code"\?'),
        ('[meeting]\ntitle = "x', "end of document: Unterminated string.*quotes"),
        ("[meeting]\ntitle = x", "line 2, column 9.*quotes"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, expected: str) -> None:
    """A mistyped key, a wrong type and bad TOML are errors that name the file, the line and what to do."""
    with pytest.raises(InputError, match=r"^consolidation\.toml: .*" + expected):
        load(tmp_path, text)


def test_notepad(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends are read; another encoding is an error."""
    path = tmp_path / "consolidation.toml"
    path.write_bytes('\ufeff[meeting]\r\ntitle = "Programa ñ"\r\n'.encode())
    assert load_config(tmp_path)[0].title == "Programa ñ"
    path.write_bytes('[meeting]\ntitle = "ñ"\n'.encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        load_config(tmp_path)


def test_errors_are_one_line() -> None:
    """An error reads "file: place: what. What to do." on one line and owns its exit status."""
    error = InputError("bad\nkey", file="a.toml", place="line 2", remedy="Mend it")
    assert str(error) == "a.toml: line 2: bad key. Mend it."
    assert (error.exit_code, LawBroken("x").exit_code) == (2, 3)
    assert (str(Unreadable("empty", "nothing")), Unreadable("empty", "nothing").kind) == ("nothing.", "empty")


def test_a_language_has_texts_of_its_own(tmp_path: Path) -> None:
    """A document in another language takes the officer's texts in it, the official name in the place of a default, the rest as it is."""
    config, _ = load(tmp_path, """[meeting]
title = "Proposals"
symbol = "CAJP/GT/TM-02/04"
mandate = ["One.", "Two."]
[meeting.es]
title = "Propuestas"
""")
    spanish = config.spoken("es")
    assert (spanish.language, spanish.title, spanish.symbol) == ("es", "Propuestas", "CAJP/GT/TM-02/04")
    assert spanish.committee == "Comisión de Asuntos Jurídicos y Políticos"
    assert (config.title, config.mandate) == ("Proposals", "One.\nTwo.")
    assert config.spoken("fr").title == "Proposals"
    assert spanish.spoken("en").committee == config.committee


def test_a_document_in_spanish_has_spanish_defaults(tmp_path: Path) -> None:
    """The language of the meeting decides; the defaults told are those used."""
    config, told = load(tmp_path, '[meeting]\nlanguage = "es"\n')
    assert config.provenance == "Preparado por la Secretaría"
    assert 'consolidation.toml: [meeting] provenance not set, using "Preparado por la Secretaría"' in told


def test_a_mistake_in_the_texts_of_a_language_is_told(tmp_path: Path) -> None:
    """File, line and table, as for any other key."""
    with pytest.raises(InputError) as error:
        load(tmp_path, '[meeting]\n[meeting.es]\nsymbol = "X"\n')
    assert "[meeting.es] symbol" in str(error.value)
