"""Who a file name names: the rules that every attribution rests on."""

import pytest

from pipeline.errors import InputError
from pipeline.register import Named, Register, load_register

REGISTER = load_register({})


def named(file_name: str, override: dict[str, str] | None = None, register: Register = REGISTER) -> list[str]:
    return [one.name for one in register.from_file_name(file_name, override or {}).contributors]


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        ("Mexico.docx", ["Mexico"]),
        ("Comentarios de México.docx", ["Mexico"]),
        ("Comentários do Brasil.DOCX", ["Brazil"]),
        ("Observations d'Haïti.docx", ["Haiti"]),
        ("Haïti.docx", ["Haiti"]),
        ("CostaRica_comments.docx", ["Costa Rica"]),
        ("costarica.docx", ["Costa Rica"]),
        ("St. Lucia.docx", ["Saint Lucia"]),
        ("Granada.docx", ["Grenada"]),
        ("Caricom.docx", ["CARICOM"]),
        ("CIDH.docx", ["Inter-American Commission on Human Rights"]),
        ("Executive Secretariat for Integral Development.docx", ["Executive Secretariat for Integral Development"]),
    ],
)
def test_names_in_four_languages(file_name: str, expected: list[str]) -> None:
    """A name or alias is found in any of the four languages, with or without accents, spaces and capitals."""
    assert named(file_name) == expected


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        ("República Dominicana.docx", ["Dominican Republic"]),
        ("Dominica.docx", ["Dominica"]),
        ("Dominicana.docx", []),
        ("Estados Unidos Mexicanos.docx", ["Mexico"]),
        ("Estados_Unidos.docx", ["United States"]),
        ("États-Unis du Mexique.docx", ["Mexico"]),
        ("Trinidad and Tobago.docx", ["Trinidad and Tobago"]),
        ("Comunidad Andina (CAN).docx", ["Andean Community"]),
        ("Peruvian note.docx", []),
        ("notes.docx", []),
    ],
)
def test_longest_name_wins(file_name: str, expected: list[str]) -> None:
    """The longest registered name holds, and a name inside a longer word is none."""
    assert named(file_name) == expected


@pytest.mark.parametrize(
    ("file_name", "expected"),
    [
        ("MEX.docx", ["Mexico"]),
        ("ARG_BRA 20041025.docx", ["Argentina", "Brazil"]),
        ("US comments.docx", ["United States"]),
        ("EE.UU..docx", ["United States"]),
        ("can we discuss.docx", []),
        ("cidh.docx", []),
        ("MEXX.docx", []),
        ("CO2.docx", []),
        ("COMENTARIOS DO BRASIL.docx", ["Brazil"]),
        ("GT-TM-17-04 Peru.docx", ["Peru"]),
        ("AG-RES 1928 Peru.docx", ["Peru"]),
        ("GT-HN.docx", ["Guatemala", "Honduras"]),
    ],
)
def test_codes_are_whole_capital_words(file_name: str, expected: list[str]) -> None:
    """Codes count only as whole upper-case words, and the Organization's own symbols are none."""
    assert named(file_name) == expected


def test_joint_submission_in_meeting_order() -> None:
    """Several names make a joint submission in the meeting's order, states before groups, each once."""
    assert named("CARICOM, Mexico - Argentina; MEX.docx") == ["Argentina", "Mexico", "CARICOM"]


def test_order_of_the_meeting() -> None:
    """Contributors stand in the Spanish alphabetical order of the register, then groups, then organs."""
    names = [one.name for one in REGISTER.contributors]
    assert names[:3] == ["Antigua and Barbuda", "Argentina", "Bahamas"]
    assert names.index("Dominican Republic") == names.index("Peru") + 1
    assert names.index("Venezuela") < names.index("CARICOM") < names.index("Inter-American Commission of Women")


def test_order_set_in_the_config() -> None:
    """An entry that repeats a registered name changes what it gives and keeps the rest."""
    register = load_register({"Peru": {"order": "0"}})
    assert register.contributors[0].code == "PER"
    assert named("Pérou.docx", register=register) == ["Peru"]


@pytest.mark.parametrize(
    ("file_name", "symbol", "received"),
    [
        ("Mexico rev. 1.docx", "rev. 1", None),
        ("Mexico_Rev2 2004-10-25.docx", "rev. 2", "2004-10-25"),
        ("Mexico add. 3 corr. 1.docx", "add. 3 corr. 1", None),
        ("México rev.docx", "rev. 1", None),
        ("Mexico add text.docx", None, None),
        ("20041102_Mexico.docx", None, "2004-11-02"),
        ("25-10-2004 Mexico.docx", None, "2004-10-25"),
        ("05-10-2004 Mexico.docx", None, None),
        ("Mexico 18 de noviembre de 2004.docx", None, "2004-11-18"),
        ("Mexico 31-02-2004.docx", None, None),
    ],
)
def test_symbol_and_date(file_name: str, symbol: str | None, received: str | None) -> None:
    """Symbol and date are read from the name, and a date that could be two dates is none."""
    mexico = REGISTER.find("Mexico")
    assert mexico is not None
    assert REGISTER.from_file_name(file_name, {}) == Named((mexico,), symbol, received)


@pytest.mark.parametrize("file_name", ["Mexico on behalf of Peru.docx", "Mexico - respuesta a Peru.docx"])
def test_one_about_the_other_is_ambiguous(file_name: str) -> None:
    """Where one contributor speaks for or about another, the error names both and asks for an entry in [files]."""
    with pytest.raises(InputError, match=r"Mexico, Peru.*\[files\]"):
        named(file_name)


def test_shared_alias_is_ambiguous() -> None:
    """An alias that two contributors share is an error that names the candidates."""
    register = load_register({"City of Granada": {"code": "GRN", "kind": "civil society", "aliases": "Granada"}})
    with pytest.raises(InputError, match="City of Granada, Grenada"):
        named("Granada.docx", register=register)


def test_override_decides() -> None:
    """An entry in [files] decides who sent a file, whatever its name says; an empty one leaves it unassigned."""
    assert named("Mexico on behalf of Peru.docx", {"Mexico on behalf of Peru.docx": "Peru; Chile"}) == ["Chile", "Peru"]
    assert named("Peru.docx", {"Peru.docx": ""}) == []
    assert named("Peru\u0301.docx", {"Perú.docx": "Chile"}) == ["Chile"]


def test_override_with_unknown_name() -> None:
    """An entry in [files] that names nobody registered is an error that quotes the name."""
    with pytest.raises(InputError, match=r'\[files\].*"Atlantis"'):
        named("x.docx", {"x.docx": "Atlantis"})


@pytest.mark.parametrize("name", ["Secretariat", "SECRETARIAT", "One; Two"])
def test_reserved_names(name: str) -> None:
    """No contributor can be called Secretariat or bear the sign that joins authors."""
    with pytest.raises(InputError, match="reserved"):
        load_register({name: {"code": "XYZ", "kind": "organ"}})


def test_reserved_file_name() -> None:
    """A file that names only the Secretariat is an error; a letter to the Secretariat is its sender's."""
    with pytest.raises(InputError, match="reserved"):
        named("Secretariat.docx")
    assert named("Mexico to the Secretariat.docx") == ["Mexico"]


@pytest.mark.parametrize(
    "entry",
    [
        {"kind": "organ"},
        {"code": "X", "kind": "organ"},
        {"code": "XYZ", "kind": "club"},
        {"code": "MEX", "kind": "organ"},
    ],
)
def test_bad_entries(entry: dict[str, str]) -> None:
    """An added contributor needs a kind and a code of its own."""
    with pytest.raises(InputError, match="contributors"):
        load_register({"New Body": entry})


def test_names_in_prose() -> None:
    """Names are found in running text as in file names."""
    assert [one.code for one in REGISTER.named_in("Peru supports the proposal of Mexico.")] == ["MEX", "PER"]
