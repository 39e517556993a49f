"""The officer's settings: inputs/consolidation.toml, every key optional, every default told.

A mistyped key that is silently ignored would publish a document under the wrong facts, so anything not understood here
is an error with file, place and remedy.
"""

import datetime
import difflib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from pipeline.errors import InputError

NAME = "consolidation.toml"
LANGUAGES = ("en", "es", "fr", "pt")
DEFAULTS: Mapping[str, Mapping[str, str]] = {  # texts of the first page, where the officer gives none
    "en": {
        "body": "Permanent Council of the Organization of American States",
        "committee": "Committee on Juridical and Political Affairs",
        "title": "Consolidated document of proposals",
        "provenance": "Prepared by the Secretariat",
    },
    "es": {
        "body": "Consejo Permanente de la Organización de los Estados Americanos",
        "committee": "Comisión de Asuntos Jurídicos y Políticos",
        "title": "Documento consolidado de propuestas",
        "provenance": "Preparado por la Secretaría",
    },
    "fr": {
        "body": "Conseil permanent de l’Organisation des États Américains",
        "committee": "Commission des questions juridiques et politiques",
        "title": "Document consolidé des propositions",
        "provenance": "Établi par le Secrétariat",
    },
    "pt": {
        "body": "Conselho Permanente da Organização dos Estados Americanos",
        "committee": "Comissão de Assuntos Jurídicos e Políticos",
        "title": "Documento consolidado de propostas",
        "provenance": "Preparado pela Secretaria",
    },
}


@dataclass(frozen=True)
class Config:
    """What the officer set, or the defaults. Dates are ISO (YYYY-MM-DD), "" where none is known.

    `date` is the cut-off date and `original_language` the working language unless set. `files` maps a file name to
    contributor names joined by "; ", `contributors` a name to its code, kind, aliases ("a|b") and order. `elsewhere`: the texts
    of the first page for documents in other languages. `mandate`: paragraphs, one a line.
    """

    body: str = DEFAULTS["en"]["body"]
    committee: str = DEFAULTS["en"]["committee"]
    working_group: str = ""
    series: str = "OEA/Ser.G"
    symbol: str = ""
    title: str = DEFAULTS["en"]["title"]
    date: str = ""
    language: str = "en"
    original_language: str = ""
    provenance: str = DEFAULTS["en"]["provenance"]
    mandate: str = ""
    deadline: str = ""
    cut_off: str = "2004-11-18"
    circulation: str = ""
    draft: str = "draft-program.docx"
    report: str = "rapporteur-report.docx"
    files: Mapping[str, str] = field(default_factory=dict)
    received: Mapping[str, str] = field(default_factory=dict)
    contributors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    elsewhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    paper: Literal["letter", "a4"] = "letter"
    labels: Literal["rivals", "all"] = "rivals"
    internal_markers: tuple[str, ...] = ("INTERNAL", "RESERVADO", "INTERNE", "INTERNO")

    def spoken(self, language: str) -> "Config":
        """The same meeting in a document of this language: the texts given for it, else its own in the place of defaults."""
        own = DEFAULTS.get(language, {}).items()
        texts: dict[str, Any] = {key: text for key, text in own if getattr(self, key) in (d[key] for d in DEFAULTS.values())}
        return replace(self, language=language, **texts | dict(self.elsewhere.get(language, {})))


class _Wrong(ValueError):
    """What a value must be instead; the caller knows its key and line."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong('text in quotes, such as key = "text"')
    return value.strip()


def _date(value: object) -> str:
    """TOML has dates of its own (unquoted); a date with a time is none."""
    if type(value) is datetime.date:
        return value.isoformat()
    try:
        return datetime.date.fromisoformat(_text(value)).isoformat()
    except ValueError:
        raise _Wrong('a date such as "2004-11-18"') from None


def _file_name(value: object) -> str:
    name = _text(value)
    if not name.lower().endswith(".docx") or Path(name).is_absolute() or ".." in re.split(r"[/\\]", name):
        raise _Wrong("the name of a .docx file inside the inputs folder")
    return name


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise _Wrong('a list of texts, such as ["one", "two"]')
    return tuple(item.strip() for item in value)


def _joined(mark: str) -> Callable[[object], str]:
    return lambda value: mark.join(_texts(value)) if isinstance(value, list) else _text(value)


def _one_of(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in choices:
            raise _Wrong("one of " + ", ".join(f'"{choice}"' for choice in choices))
        return str(value)

    return read


def _number(value: object) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _Wrong("a whole number")
    return str(value)


Readers = Mapping[str, Callable[[object], object]]
TEXTS: Readers = {
    **dict.fromkeys(("body", "committee", "working_group", "title", "provenance", "circulation"), _text),
    "mandate": _joined("\n"),
}
MEETING: Readers = {
    **TEXTS,
    **dict.fromkeys(("series", "symbol"), _text),
    **dict.fromkeys(("date", "deadline", "cut_off"), _date),
    **dict.fromkeys(("language", "original_language"), _one_of(*LANGUAGES)),
}
FIXED: Mapping[str, Readers] = {
    "": {"draft": _file_name, "report": _file_name},
    "meeting": MEETING,
    "output": {"paper": _one_of("letter", "a4"), "labels": _one_of("rivals", "all")},
    "internal": {"markers": _texts},
}
OPEN: Readers = {"files": _joined("; "), "received": _date}
CONTRIBUTOR: Readers = {
    "code": _text, "kind": _one_of("state", "group", "observer", "organ", "organisation", "civil society"),
    "aliases": _joined("|"), "order": _number,
}  # fmt: skip
TABLES = ("meeting", "output", "internal", "files", "received", "contributors")


def load_config(inputs: Path) -> tuple[Config, list[str]]:
    """Read INPUTS/consolidation.toml; also the lines that tell which defaults were used.

    Raises InputError for bad TOML, an unknown key, and a value of the wrong kind.
    """
    path = inputs / NAME
    text = _read(path) if path.exists() else ""
    given = _Tables(text).values(_parse(text))
    missing = [] if path.exists() else [f"{NAME}: not found, every setting is the default"]
    config = _with_followers(Config(**given))
    return config.spoken(config.language), [*missing, *_told(given)]


def _read(path: Path) -> str:
    """Notepad writes a byte order mark before UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "the file is not UTF-8 text", file=NAME, place=f"byte {error.start}", remedy="Save it again as UTF-8"
        ) from None


def _parse(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        what, _, place = str(error).rstrip(")").rpartition(" (at ")
        raise InputError(
            what or place, file=NAME, place=place,
            remedy='Write each setting as key = "text"; names with spaces or accents need quotes on both sides',
        ) from None


class _Tables:
    """Turns parsed TOML into the arguments of Config; keeps the text to tell the line of a mistake."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()

    def values(self, tree: Mapping[str, Any]) -> dict[str, Any]:
        self._refuse_unknown("", tree, (*FIXED[""], *TABLES))
        values: dict[str, Any] = {}
        for table, readers in FIXED.items():
            given = {key: tree[key] for key in readers if key in tree} if not table else dict(self._table(tree, table))
            if table == "meeting":
                values |= self._elsewhere({language: given.pop(language) for language in LANGUAGES if language in given})
            self._refuse_unknown(table, given, readers)
            values |= {_field(table, key): self._value(table, key, given[key], readers[key]) for key in given}
        for table, read in OPEN.items():
            entries = self._table(tree, table)
            values |= {table: {key: self._value(table, key, entries[key], read) for key in entries}} if entries else {}
        contributors = self._table(tree, "contributors")
        return values | ({"contributors": {name: self._contributor(name, contributors) for name in contributors}}
                         if contributors else {})

    def _elsewhere(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """[meeting.es] and its like, by language."""
        found: dict[str, dict[str, object]] = {}
        for language in given:
            table = f"meeting.{language}"
            entry = self._table(given, language, table)
            self._refuse_unknown(table, entry, TEXTS)
            found[language] = {key: self._value(table, key, entry[key], TEXTS[key]) for key in entry}
        return {"elsewhere": found} if found else {}

    def _contributor(self, name: str, contributors: Mapping[str, Any]) -> dict[str, str]:
        entry = self._table(contributors, name, f"contributors.{name}")
        self._refuse_unknown(f"contributors.{name}", entry, CONTRIBUTOR)
        return {key: str(self._value(f"contributors.{name}", key, entry[key], CONTRIBUTOR[key])) for key in entry}

    def _table(self, tree: Mapping[str, Any], key: str, shown: str = "") -> Mapping[str, Any]:
        found = tree.get(key, {})
        if not isinstance(found, dict):
            raise self._error("", shown or key, "is not a table", "Write it as [table] with keys under it")
        return found

    def _value(self, table: str, key: str, value: object, read: Callable[[object], object]) -> object:
        try:
            return read(value)
        except _Wrong as wrong:
            raise self._error(table, key, f"has the value {value!r}", f"Write {wrong}") from None

    def _refuse_unknown(self, table: str, given: Iterable[str], known: Iterable[str]) -> None:
        known = tuple(known)
        for key in given:
            if key not in known:
                raise self._error(table, key, "is not a setting here", _suggestion(key, known))

    def _error(self, table: str, key: str, what: str, remedy: str) -> InputError:
        return InputError(f'"{key}" {what}', file=NAME, place=self._place(table, key), remedy=remedy)

    def _place(self, table: str, key: str) -> str:
        """ "line 4, [meeting] title": found by searching, since tomllib keeps no lines."""
        section = ""
        for number, line in enumerate(self._lines, 1):
            if header := re.match(r"\s*\[+([^\]]*)\]", line):
                section = header[1].strip().replace('"', "")
                if not table and section == key:
                    return f"line {number}, [{key}]"
            elif section == table and re.match(rf"""\s*["']?{re.escape(key)}["']?\s*[=.]""", line):
                return f"line {number}, " + (f"[{table}] {key}" if table else key)
        return f"[{table}] {key}" if table else key


def _suggestion(key: str, known: tuple[str, ...]) -> str:
    near = difflib.get_close_matches(key.lower(), known, 1)
    home = next((table for table, readers in FIXED.items() if key in readers), None)
    if home is not None:
        return f'"{key}" belongs under [{home}]' if home else f'"{key}" belongs at the top, before the first [table]'
    if near:
        return f'Did you mean "{near[0]}"?'
    return "Remove it, or use one of: " + ", ".join(known)


def _field(table: str, key: str) -> str:
    return "internal_markers" if (table, key) == ("internal", "markers") else key


def _told(given: Mapping[str, Any]) -> list[str]:
    defaults = _with_followers(Config(**{key: given[key] for key in ("cut_off", "language") if key in given}))
    defaults = defaults.spoken(defaults.language)
    keys = [(table, key, _field(table, key)) for table, readers in FIXED.items() for key in readers]
    return [_default_line(table, key, getattr(defaults, name)) for table, key, name in keys if name not in given]


def _default_line(table: str, key: str, value: str | tuple[str, ...]) -> str:
    shown = value if isinstance(value, str) else ", ".join(value)
    return f"{NAME}: {f'[{table}] ' if table else ''}{key} not set, " + (f'using "{shown}"' if shown else "left empty")


def _with_followers(config: Config) -> Config:
    return replace(
        config, date=config.date or config.cut_off, original_language=config.original_language or config.language
    )
