"""One filled row as one remark: what stands in which column, nothing added but the heading's word for a bare number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.model import Notice
from pipeline.remarks import Emphasis, Piece, Remark, RemarkKind
from pipeline.tables.furniture import Skipped
from pipeline.tables.grid import Cell, Row, joined
from pipeline.tables.headings import Column, Header, Role
from pipeline.tables.prefilled import Prefilled, read_name
from pipeline.tables.vocabulary import NO_CHANGE, NO_COMMENTS, fold

GENERAL = re.compile("|".join((
    r"(?:in )?(?:ge|gen|general\w*|gerais|geral|allgemein\w*|overall|all|whole|global)|e[nm] gener?al",
    r"(?:general|overall) (?:comments?|remarks?|observations?)|(?:comentarios?|observaciones|observacion) general(?:es)?",
    r"(?:commentaires?|observations?|remarques?) general(?:e|es|aux)?|(?:comentarios?|observacoes|observacao) gera(?:l|is)",
    r"(?:the )?(?:whole|entire) (?:document|draft|text|program\w*)|tod[oa] [eol]l? ?(?:documento|texto|programa|proyecto|projeto)",
    r"(?:tout le|l ensemble du|ensemble du) (?:document|texte|programme|projet)|documento (?:completo|inteiro)|em geral",
)))  # fmt: skip
BARE_NUMBER = re.compile(r"\d+(?:[.\-–/,] ?\d+)*\.?(?: ?(?:bis|ter|quater))?", re.I)
COUNTED = re.compile(
    r"(?:page|line|paragraph|para|article|item|annex|table|figure|footnote|pagina|linea|parrafo|articulo|anexo|numeral|inciso"
    r"|apartado|punto|ligne|paragraphe|alinea|annexe|linha|paragrafo|artigo|ponto|point|zeile|seite|absatz)s?"
)  # fmt: skip
BODY_NUMBER = re.compile(r"([A-Z][A-Z/]+)[\s\-–]*(\d+)")
CODES = re.compile(r"[A-Z]{2,6}(?:\s*,\s*[A-Z]{2,6})+")
SUB_NUMBER = re.compile(r"[.\-]?\s*(?:\d{1,2}|\(?[a-z]\)?|\(?[ivx]+\)?)\.?", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """What a row says by standing where it stands: headings across the table, and the numbered row above it."""

    reference: str = ""
    bodies: tuple[str, ...] = ()
    number: str = ""
    numbered: str = ""  # the reference of the row with that number


@dataclass(frozen=True, slots=True)
class Answer:
    """remark: None for a row that the delegation left as it was."""

    remark: Remark | None
    skipped: tuple[Skipped, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class _Sorted:
    """A row's cells by what their columns are for; `form` is what the project's own form had put into the row."""

    row: Row
    cells: tuple[tuple[Column, Cell], ...]
    form: Prefilled | None

    def of(self, *roles: Role) -> Iterator[tuple[Column, Cell]]:
        return ((column, cell) for column, cell in self.cells if column.role in roles and is_filled(cell.text))

    def text(self, *roles: Role) -> str:
        return "\n".join(cell.text for _, cell in self.of(*roles))

    @property
    def edited(self) -> str:
        """The prefilled text as the delegation changed it in place; "" where it did not."""
        text = self.text("draft")
        return text if self.form and text and not self.form.stands_in(text) else ""


def is_filled(text: str) -> bool:
    """Dashes and dots fill a cell in print, and say nothing."""
    return re.fullmatch(r"[\s\-–—_./…*?]*", text) is None


def answer_of(row: Row, header: Header, context: Context) -> Answer:
    """What a row says, and which of its cells are not the delegation's word on the draft."""
    found = _Sorted(row, tuple(_assigned(row, header)), _form(row))
    aside = tuple(_aside(found))
    given = any(True for _ in found.of("comment", "rationale", "proposed", "title", "other"))
    if not (given or found.edited):
        notices = tuple(_about_unanswered(found))
        return Answer(None, aside or (Skipped(row.place, "unfilled", row.text),), notices)
    return Answer(_remark(found, context), aside, tuple(_about_form(found)))


def _assigned(row: Row, header: Header) -> Iterator[tuple[Column, Cell]]:
    """Cells by grid column; one by one where a table of other widths has as many cells as the header."""
    cells = [cell for cell in row.cells if not read_name(cell.text)]
    if row.width != header.width and len(row.cells) == len(header.columns):
        pairs = zip(header.columns, row.cells, strict=True)
        return ((column, cell) for column, cell in pairs if cell in cells)
    return ((header.column_of(cell), cell) for cell in cells)


def _form(row: Row) -> Prefilled | None:
    names = (name for cell in row.cells for name in (read_name(cell.tag), read_name(cell.text)) if name)
    return next(names, None)


def _remark(found: _Sorted, context: Context) -> Remark:
    body, own_number = _body_and_number(found.text("body"))
    number = found.text("number") or own_number
    pieces = _trimmed(joined([cell.pieces for _, cell in found.of(*_proposing(found))]))
    proposed = "".join(piece.text for piece in pieces)
    text, type_ = "\n".join(_sentences(found)), found.text("type")
    reference = _reference(found) or _inherited(number, context) or context.reference
    return Remark(
        place=found.row.place, kind=kind_of(reference, type_, text, proposed), reference=reference, text=text, proposed=proposed,
        number=number, type=type_, provision=found.form.provision if found.form else "", bodies=body or context.bodies,
        emphasis=tuple(_emphasis(pieces)),
    )  # fmt: skip


def kind_of(reference: str, type_: str, text: str, proposed: str) -> RemarkKind:
    """A proposal asks for a change; what is said of the whole text is general where its type does not say otherwise."""
    if fold(proposed) not in NO_CHANGE:
        return "proposal"
    if fold(text) in NO_COMMENTS:
        return "no comments"
    general, typed = GENERAL.fullmatch(fold(reference)), GENERAL.fullmatch(fold(type_))
    if general and (typed or not fold(type_)):
        return "general comment"
    return "general comment" if typed and not fold(reference) else "comment"


def _proposing(found: _Sorted) -> tuple[Role, ...]:
    """A text edited in place is what the delegation proposes, where it wrote nothing into the column for that."""
    return ("draft",) if found.edited and not found.text("proposed") else ("proposed",)


def _sentences(found: _Sorted) -> Iterator[str]:
    """The comment, and below it what columns hold that no other field of a remark takes, each under its heading."""
    yield from (cell.text for _, cell in found.of("title"))
    yield from (cell.text for _, cell in found.of("comment"))
    yield from (cell.text for _, cell in found.of("rationale"))
    yield from (_headed(column, cell.text) for column, cell in found.of("other"))
    if found.edited and found.text("proposed"):
        yield from (_headed(column, cell.text) for column, cell in found.of("draft"))


def _headed(column: Column, text: str) -> str:
    heading = " ".join(column.heading.split())
    return f"{heading}: {text}" if heading else text


def _reference(found: _Sorted) -> str:
    """The columns that name a place, one behind the other; a text of the draft that a form asks for stands as a quotation."""
    place = ", ".join(_place(column, cell.text) for column, cell in found.of("reference"))
    quoted = "" if found.form else found.text("draft")
    if not quoted:
        return place
    return f"{place} (“{quoted}”)" if place else f"“{quoted}”"


def _place(column: Column, text: str) -> str:
    """A bare number is read with the word at its head: 4 under "Paragraph/ Figure/ Table" is paragraph 4."""
    if not BARE_NUMBER.fullmatch(text):
        return text
    word = next((word for word in re.findall(r"[^\W\d_]+", column.heading) if fold(word)), "").lower()
    return f"{word} {text}" if COUNTED.fullmatch(fold(word)) else text


def _inherited(number: str, context: Context) -> str:
    """Row 4a, 4.1 or (b) below row 4 speaks of the same place where it names none."""
    if not number or not context.number:
        return ""
    parent = context.number.rstrip(".)")
    rest = number[len(parent) :] if number.startswith(parent) else number if number.lstrip("(")[:1].isalpha() else ""
    return context.numbered if rest and SUB_NUMBER.fullmatch(rest) and not rest.isdigit() else ""


def _body_and_number(text: str) -> tuple[tuple[str, ...], str]:
    """ "MX 003" in the column of bodies numbers the comment as well, as compilations of the ISO form do."""
    if found := BODY_NUMBER.fullmatch(text):
        return (found[1],), found[2]
    parts = re.split(r"[;\n/,]" if CODES.fullmatch(text) else r"[;\n/]", text)
    return tuple(part.strip() for part in parts if part.strip()), ""


def _trimmed(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that show, without white space at the two ends."""
    shown = [piece for piece in pieces if "hidden" not in piece.emphasis]
    while shown and not shown[0].text.strip():
        shown.pop(0)
    while shown and not shown[-1].text.strip():
        shown.pop()
    if shown:
        shown[0] = Piece(shown[0].text.lstrip(), shown[0].emphasis)
        shown[-1] = Piece(shown[-1].text.rstrip(), shown[-1].emphasis)
    return tuple(shown)


def _emphasis(pieces: Iterable[Piece]) -> list[tuple[int, int, Emphasis]]:
    """Neighbouring stretches of one look are one."""
    out: list[tuple[int, int, Emphasis]] = []
    at = 0
    for piece in pieces:
        for look in piece.emphasis if piece.text.strip() else ():
            before = next((one for one in out if one[1] == at and one[2] == look), None)
            if before:
                out.remove(before)
            out.append((before[0] if before else at, at + len(piece.text), look))
        at += len(piece.text)
    return sorted(out)


def _aside(found: _Sorted) -> Iterator[Skipped]:
    """Cells that are not the delegation's word on the draft: the Secretariat's column, experts' names, what is hidden."""
    place = found.row.place
    yield from (Skipped(place, "decision", cell.text) for _, cell in found.of("decision") if not cell.carried)
    yield from (Skipped(place, "personal name") for _, cell in found.of("person") if not cell.carried)
    if found.row.hides:
        yield Skipped(place, "hidden")


def _about_unanswered(found: _Sorted) -> Iterator[Notice]:
    if found.text("type"):
        yield Notice("row without comment", "", found.row.place, "The row gives a type of comment but no comment.")
    if found.form and not found.text("draft"):
        yield Notice("draft text removed", "", found.row.place, "The prefilled text was removed; nothing was written instead.")


def _about_form(found: _Sorted) -> Iterator[Notice]:
    if found.edited and found.text("proposed"):
        message = "The prefilled text was edited beside a proposed text; the edited text stands with the comment."
        yield Notice("draft text edited", "", found.row.place, message)
    elif found.edited:
        message = "The prefilled text was edited in place; it is read as the proposed text."
        yield Notice("draft text edited", "", found.row.place, message)
