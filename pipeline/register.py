"""Who may propose, in the meeting's order, and which of them a file name names.

States come from `oas_states.csv`, the facts of the OAS register. The well-known bodies are those that the Group's
record of 2004-2007 names as groups, organs or organisations. A file name is all that attribution rests on, so a
doubtful one is an error with its candidates, never a guess.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

from pipeline.errors import InputError

CONFIG_NAME = "consolidation.toml"
STATES = Path(__file__).parent / "oas_states.csv"
KIND_ORDER = {"state": 0, "group": 100, "observer": 160, "organ": 200, "organisation": 300, "civil society": 400}
CAPACITIES = {
    "state": "member state", "group": "group", "observer": "permanent observer", "organ": "organ",
    "organisation": "international organisation", "civil society": "civil society",
}  # fmt: skip
RESERVED = "Secretariat"

# code, kind, the name in English, then aliases in the four languages; an alias without small letters is a code
BODIES = (
    ("CARICOM", "group", "CARICOM",
     "Caribbean Community|Comunidad del Caribe|Communauté des Caraïbes|Comunidade do Caribe"),
    ("MERCOSUR", "group", "MERCOSUR", "Mercosul|Common Market of the South|Mercado Común del Sur"),
    ("ANDEAN", "group", "Andean Community",
     "Comunidad Andina|Communauté andine|Comunidade Andina|Comunidad Andina CAN"),
    ("SICA", "group", "SICA", "Central American Integration System|Sistema de la Integración Centroamericana"),
    ("IACHR", "organ", "Inter-American Commission on Human Rights", "CIDH|Comisión Interamericana de Derechos Humanos|"
     "Commission interaméricaine des droits de l'homme|Comissão Interamericana de Direitos Humanos"),
    ("IACTHR", "organ", "Inter-American Court of Human Rights", "Corte Interamericana de Derechos Humanos|"
     "Cour interaméricaine des droits de l'homme|Corte Interamericana de Direitos Humanos"),
    ("CIM", "organ", "Inter-American Commission of Women", "Comisión Interamericana de Mujeres|"
     "Commission interaméricaine des femmes|Comissão Interamericana de Mulheres"),
    ("IIN", "organ", "Inter-American Children's Institute", "Instituto Interamericano del Niño|"
     "Institut interaméricain de l'enfant|Instituto Interamericano da Criança"),
    ("CICAD", "organ", "Inter-American Drug Abuse Control Commission", ""),
    ("IACD", "organ", "Inter-American Agency for Cooperation and Development", "AICD"),
    ("SEDI", "organ", "Executive Secretariat for Integral Development",
     "Secretaría Ejecutiva para el Desarrollo Integral|"
     "Secrétariat exécutif au développement intégré|Secretaria Executiva de Desenvolvimento Integral"),
    ("CJI", "organ", "Inter-American Juridical Committee", "IAJC|Comité Jurídico Interamericano"),
    ("PAHO", "organisation", "Pan American Health Organization", "OPS|OPAS|Pan American Health Organisation|"
     "Organización Panamericana de la Salud|Organisation panaméricaine de la Santé|Organização Pan-Americana da Saúde"),
    ("IOM", "organisation", "International Organization for Migration", "OIM|International Organisation for Migration|"
     "Organización Internacional para las Migraciones|Organisation internationale pour les migrations|"
     "Organização Internacional para as Migrações"),
    ("ILO", "organisation", "International Labour Organization", "OIT|International Labour Organisation|"
     "Organización Internacional del Trabajo|"
     "Organisation internationale du Travail|Organização Internacional do Trabalho"),
    ("UNHCR", "organisation", "UNHCR", "ACNUR"),
    ("UNICEF", "organisation", "UNICEF", ""),
    ("ECLAC", "organisation", "ECLAC", "CEPAL|CEPALC"),
    ("IDB", "organisation", "Inter-American Development Bank", "Banco Interamericano de Desarrollo|BID|"
     "Banque interaméricaine de développement|Banco Interamericano de Desenvolvimento"),
    ("IIHR", "organisation", "Inter-American Institute of Human Rights",
     "IIDH|Instituto Interamericano de Derechos Humanos"),
    ("ICRC", "organisation", "International Committee of the Red Cross", "CICR|Comité Internacional de la Cruz Roja"),
)

# Upper-case words of letters and cover notes that are also ISO codes: they count only where nothing else is named.
WEAK_CODES = {"DO", "NI", "SR"}
# Symbols of the Organization that begin with what is also an ISO code (GT/TM is the Group itself, AG the Assembly).
SYMBOLS = re.compile(r"\bGT[\W_]+TM(?![a-z])|\bAG[\W_]+(?:RES|DEC|DOC|INF|CG)(?![a-z])", re.I)
# Between two names, what says that one speaks for, to or about the other.
DOUBTFUL_LINK = re.compile(
    r"\b(?:behalf|nombre|nom|nome|to|for|para|pour|vs|versus|against|contra|contre|support\w*|apoya\w*|apoyo|appu\w*"
    r"|apoi\w*|a|re|sobre|sur|on|about|respon\w*|respuestas?|reponses?|respostas?|reply|replies)\b", re.I
)
SYMBOL = re.compile(
    r"(?<![a-z])(?:(rev)(?:ision|ised|isado|isada|ise)?|(add)(?:endum)?|(corr)(?:igendum|ected|egido|igido|ige)?)"
    r"(?:[ |]?([0-9]{1,2})(?![0-9])|(?![a-z]))", re.I
)
ISO_DATE = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2}) ?([0-9]{2}) ?([0-9]{2})(?![0-9])")
DAY_FIRST = re.compile(r"(?<![0-9])([0-9]{1,2}) ([0-9]{1,2}) ((?:19|20)[0-9]{2})(?![0-9])")
WORD_DATE = re.compile(
    r"(?<![0-9])([0-9]{1,2})[ |]?(?:de )?([a-z]{3,10})[ |]?(?:de )?((?:19|20)[0-9]{2})(?![0-9])", re.I
)
MONTHS = (
    "jan ene", "feb fev", "mar", "apr abr avr", "may mai", "jun juin", "jul juil", "aug ago aou", "sep set", "oct out",
    "nov", "dec dic dez",
)
MONTH = {prefix: number for number, prefixes in enumerate(MONTHS, 1) for prefix in prefixes.split()}


@dataclass(frozen=True)
class Contributor:
    """Who proposes. `code` is a state's ISO 3166 alpha-3 code or a body's acronym; `order` is the meeting's.

    active: takes part in the meeting; a member state that does not is known, but nobody waits for its answer.
    """

    name: str
    code: str
    kind: str
    order: int
    active: bool = True

    @property
    def capacity(self) -> str:
        """In what capacity it speaks: states are counted apart from all others."""
        return CAPACITIES.get(self.kind, self.kind)


@dataclass(frozen=True)
class Named:
    """What a file name tells: contributors in the meeting's order (none: unassigned), "rev. 1", an ISO date."""

    contributors: tuple[Contributor, ...]
    symbol: str | None
    received: str | None


@dataclass(frozen=True)
class _Hit:
    """One stretch of a text that names contributors; several names where an alias is shared."""

    start: int
    end: int
    names: frozenset[str]
    word: str


class Register:
    """The contributors in the meeting's order, with every word that stands for them."""

    def __init__(self, entries: Mapping[Contributor, tuple[str, ...]]) -> None:
        self.contributors = tuple(sorted(entries, key=lambda contributor: (contributor.order, contributor.name)))
        self.aliases = {contributor.name: entries[contributor] for contributor in self.contributors}
        self._by_name = {contributor.name: contributor for contributor in self.contributors}
        self._names: dict[str, set[str]] = {}
        self._codes: dict[str, set[str]] = {}
        self._phrases: set[str] = set()
        for contributor in self.contributors:
            self._enter(contributor)
        self._name_pattern = _any_of(self._phrases, "[ |]?", r"(?<![a-z])(?=({})(?![a-z]))", re.I)
        self._code_pattern = _any_of(self._codes, " ", r"(?<![A-Za-z0-9|])(?=({})(?![A-Za-z0-9|]))")

    def _enter(self, contributor: Contributor) -> None:
        """Words without small letters are codes; a contributor's own name is a name in any case (Caricom)."""
        for word in (contributor.name, contributor.code, *self.aliases[contributor.name]):
            if word == word.upper():
                self._codes.setdefault(_plain(word), set()).add(contributor.name)
            if word != word.upper() or word == contributor.name:
                self._names.setdefault(_squeezed(word), set()).add(contributor.name)
                self._phrases.add(_fold(word))

    @property
    def states(self) -> tuple[Contributor, ...]:
        """The member states that take part."""
        return tuple(c for c in self.contributors if c.kind == "state" and c.active)

    def capacities(self, names: Iterable[str]) -> list[str]:
        return [self._by_name[name].capacity for name in names]

    def find(self, word: str) -> Contributor | None:
        """The one contributor that `word` as a whole names: a name, alias or code, in any case."""
        names = self._names.get(_squeezed(word), set()) | self._codes.get(_plain(word.upper()), set())
        return self._by_name[min(names)] if len(names) == 1 else None

    def spoken_names(self) -> dict[str, str]:
        """Every name in running text, in the four languages, to the contributor; codes and shared aliases left out."""
        pairs = [(w, c.name) for c in self.contributors for w in (c.name, *self.aliases[c.name]) if w != w.upper() or w == c.name]
        owners: dict[str, set[str]] = {}
        for word, name in pairs:
            owners.setdefault(word, set()).add(name)
        return {word: name for word, name in pairs if len(owners[word]) == 1}

    def named_in(self, text: str) -> tuple[Contributor, ...]:
        """The contributors that a text surely names, by the rules for file names; shared aliases are left out."""
        sure = (hit.names for hit in self._hits(_canonical(text)) if len(hit.names) == 1)
        return self._ordered({name for names in sure for name in names})

    def from_file_name(self, file_name: str, received_files_override: Mapping[str, str]) -> Named:
        """Read contributors, symbol and date from a file name; its entry in [files] decides the contributors.

        An entry lists names joined by ";"; an empty one leaves the file unassigned.
        Raises InputError where the name is ambiguous or the entry names an unknown contributor.
        """
        stem = _stem(file_name)
        received, rest = _cut_date(_canonical(stem))
        given = _entry_for(file_name, received_files_override)
        contributors = self._read(stem, file_name) if given is None else self._listed(given, file_name)
        return Named(contributors, _symbol(rest), received)

    def _read(self, stem: str, file_name: str) -> tuple[Contributor, ...]:
        text = _canonical(stem)
        hits = self._hits(text)
        for hit in hits:
            if len(hit.names) > 1:
                raise _ambiguous(file_name, f'"{hit.word}" in the name', hit.names)
        for one, other in pairwise(hits):
            if one.names != other.names and DOUBTFUL_LINK.search(text[one.end : other.start]):
                what = "the name says that one speaks for, to or about another, it"
                raise _ambiguous(file_name, what, one.names | other.names)
        if not hits and RESERVED.casefold() in _fold(text).split():
            raise _reserved(file_name, "the file name", 'Say under [files] who sent it ("" leaves it unassigned)')
        return self._ordered({name for hit in hits for name in hit.names})

    def _listed(self, given: str, file_name: str) -> tuple[Contributor, ...]:
        found = {name: self.find(name) for name in map(str.strip, given.split(";")) if name}
        for name in (name for name, contributor in found.items() if contributor is None):
            raise InputError(
                f'"{name}", given as the contributor of {file_name}, is not a registered contributor',
                file=CONFIG_NAME, place="[files]", remedy="Correct the name or add it under [contributors]",
            )
        return self._ordered({contributor.name for contributor in found.values() if contributor})

    def _ordered(self, names: set[str]) -> tuple[Contributor, ...]:
        return tuple(contributor for contributor in self.contributors if contributor.name in names)

    def _hits(self, text: str) -> list[_Hit]:
        """Every stretch of a canonical text that names someone: longest first, none overlapping another."""
        found = [
            *(_hit(match, self._names[_squeezed(match[1])]) for match in self._name_pattern.finditer(text)),
            *(_hit(match, self._codes[match[1]]) for match in self._code_pattern.finditer(text)),
        ]
        apart = _longest_apart(found)
        return [hit for hit in apart if hit.word not in WEAK_CODES] or apart


def load_register(extra: Mapping[str, Mapping[str, str]]) -> Register:
    """States, well-known bodies and the [contributors] table: name -> {code, kind, aliases "a|b", order}.

    An entry that repeats a registered name changes only what it gives (such as `order`).
    """
    entries = {_fold(contributor.name): (contributor, aliases) for contributor, aliases in (*_states(), *_bodies())}
    for number, (name, given) in enumerate(extra.items()):
        known = entries.get(_fold(name))
        entries[_fold(name)] = _extra(name, given, known, number)
    _refuse_shared_codes(contributor for contributor, _ in entries.values())
    return Register(dict(entries.values()))


def _states() -> Iterable[tuple[Contributor, tuple[str, ...]]]:
    with STATES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            names = [row[column] for column in row if column.startswith(("short_", "official_"))]
            aliases = (row["iso2"], *names, *_split(row["aliases"]))
            yield Contributor(row["short_en"], row["iso3"], "state", int(row["es_order"]), row["active_2004"] == "1"), aliases


@cache
def names_in(language: str) -> Mapping[str, str]:
    """The register's name of each member state -> its name in this language, where that is another."""
    column = f"short_{language}"
    with STATES.open(encoding="utf-8", newline="") as lines:
        return {row["short_en"]: row[column] for row in csv.DictReader(lines) if row[column] != row["short_en"]}


def _bodies() -> Iterable[tuple[Contributor, tuple[str, ...]]]:
    for number, (code, kind, name, aliases) in enumerate(BODIES):
        yield Contributor(name, code, kind, KIND_ORDER[kind] + number), _split(aliases)


def _extra(
    name: str, given: Mapping[str, str], known: tuple[Contributor, tuple[str, ...]] | None, number: int
) -> tuple[Contributor, tuple[str, ...]]:
    aliases = _split(given.get("aliases", ""))
    for word in (name, *aliases):
        if ";" in word or _fold(word) == _fold(RESERVED):
            raise _reserved(CONFIG_NAME, f'"{word}" under [contributors]', "Choose another name")
    old, old_aliases = known or (Contributor(name, "", "", 0), ())
    kind, code = given.get("kind", old.kind), given.get("code", old.code)
    order = given.get("order", str(old.order if known else KIND_ORDER.get(kind, 0) + 50 + number))
    _check_entry(f'[contributors] "{name}"', kind, code, order)
    return replace(old, code=code, kind=kind, order=int(order)), (*old_aliases, *aliases)


def _check_entry(place: str, kind: str, code: str, order: str) -> None:
    checks = (
        (kind in KIND_ORDER, f'kind is "{kind}"', f"Write one of {', '.join(KIND_ORDER)}"),
        (re.fullmatch(r"[A-Z][A-Z0-9]{1,8}", code), f'code is "{code}"', "Write 2 to 9 capitals, as in CARICOM"),
        (re.fullmatch(r"-?[0-9]+", order), f'order is "{order}"', "Write a whole number"),
    )
    for holds, what, remedy in checks:
        if not holds:
            raise InputError(what, file=CONFIG_NAME, place=place, remedy=remedy)


def _refuse_shared_codes(contributors: Iterable[Contributor]) -> None:
    seen: dict[str, str] = {}
    for contributor in contributors:
        if (other := seen.setdefault(contributor.code, contributor.name)) != contributor.name:
            raise InputError(
                f"{other} and {contributor.name} both have the code {contributor.code}",
                file=CONFIG_NAME, place=f'[contributors] "{contributor.name}"', remedy="Choose another code",
            )


def _split(aliases: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in aliases.split("|") if word.strip())


def _plain(text: str) -> str:
    """Without accents, every run of other signs one space; letters keep their case."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", " ", bare).strip()


def _fold(text: str) -> str:
    return _plain(text).casefold()


def _squeezed(word: str) -> str:
    return _fold(word).replace(" ", "")


def _canonical(text: str) -> str:
    """The text as names are looked for: plain, symbols of the Organization out, "|" where aName changes case."""
    bare = unicodedata.normalize("NFC", SYMBOLS.sub(" ", text))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "|", _plain(bare))


def _any_of(words: Iterable[str], joint: str, frame: str, flags: int = 0) -> re.Pattern[str]:
    """One pattern that finds, at every start, the longest of the words."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(frame.format("|".join(word.replace(" ", joint) for word in longest_first)), flags)


def _hit(match: re.Match[str], names: set[str]) -> _Hit:
    return _Hit(match.start(), match.start() + len(match[1]), frozenset(names), match[1])


def _longest_apart(hits: Iterable[_Hit]) -> list[_Hit]:
    """Longest first; of two that overlap and are equally long, one hit with the names of both."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        rival = next((other for other in kept if hit.start < other.end and other.start < hit.end), None)
        if rival is None:
            kept.append(hit)
        elif len(rival.word) == len(hit.word):
            kept[kept.index(rival)] = replace(rival, names=rival.names | hit.names)
    return sorted(kept, key=lambda hit: hit.start)


def _entry_for(file_name: str, entries: Mapping[str, str]) -> str | None:
    """macOS hands out file names with accents apart (NFD); a table names the file as typed."""
    typed = {unicodedata.normalize("NFC", name): given for name, given in entries.items()}
    name = unicodedata.normalize("NFC", file_name)
    return typed.get(name, typed.get(name.rsplit("/", 1)[-1]))


def _symbol(text: str) -> str | None:
    """ "rev. 1", "add. 3 corr. 1": as the Organization stacks them. `rev` alone is rev. 1; `add` alone is a verb."""
    found = [(match[1] or match[2] or match[3], match[4]) for match in SYMBOL.finditer(text)]
    parts = [f"{kind.casefold()}. {int(number or 1)}" for kind, number in found if number or kind.casefold() != "add"]
    return " ".join(parts) or None


def date_in(file_name: str) -> str | None:
    """The date that a file name gives."""
    return _cut_date(_canonical(_stem(file_name)))[0]


def _stem(file_name: str) -> str:
    return re.sub(r"\.[A-Za-z0-9]{1,5}$", "", file_name.strip())


def _cut_date(text: str) -> tuple[str | None, str]:
    """The first date in a canonical text, and the text without it. 05-10-2004 could be two dates, so it is none."""
    for pattern, read in ((ISO_DATE, _iso), (DAY_FIRST, _day_first), (WORD_DATE, _in_words)):
        for match in pattern.finditer(text):
            if (found := read(match)) is not None:
                return found, text[: match.start()] + " " + text[match.end() :]
    return None, text


def _iso(match: re.Match[str]) -> str | None:
    return _valid(match[1], match[2], match[3])


def _day_first(match: re.Match[str]) -> str | None:
    small, large = sorted((int(match[1]), int(match[2])))
    return _valid(match[3], small, large) if large > 12 or small == large else None


def _in_words(match: re.Match[str]) -> str | None:
    word = match[2].casefold()
    month = MONTH.get(word[:4]) or MONTH.get(word[:3])
    return _valid(match[3], month, match[1]) if month else None


def _valid(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _ambiguous(file_name: str, what: str, names: Iterable[str]) -> InputError:
    candidates = ", ".join(sorted(names))
    return InputError(
        f"{what} may mean {candidates}", file=file_name, place="file name",
        remedy=f'Say in {CONFIG_NAME} under [files] which: "{file_name}" = "..."',
    )


def _reserved(file: str, what: str, remedy: str) -> InputError:
    return InputError(f'{what} uses a reserved name ("{RESERVED}", or one with ";")', file=file, remedy=remedy)
