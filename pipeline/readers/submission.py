"""One received Word file read as a submission: its edits of the draft, its comments, and what became of its marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..model import PARAGRAPH_MARK, Edit, Entry, Fate, Form, Notice, Status, Submission
from ..ooxml import names as n
from ..ooxml.carry import PartsStore
from ..ooxml.document import has_marks, load_roots, mark_hidden, note_texts, read_tree
from ..ooxml.items import NOTE_REFERENCES, hidden
from ..ooxml.names import Element
from ..ooxml.nodes import DocumentTree, Roots
from ..ooxml.package import Package, open_package
from ..ooxml.stories import Atoms
from .bases import Base
from .called import Names
from .comments import Anchors, Place, Received, placed_comments, received_comments
from .draft import DraftFile, signature, solid_size, style_names
from .formatting import formatting_comments
from .language import language_of
from .ledger import mark_entries
from .places import Places
from .spacing import Spacing
from .spans import SpanReader
from .version import Comparer, Comparison, Hunk, moved, note_keys
from .wrapped import Wrapping, unwrap

KEPT_AT_LEAST = 0.10  # share of the draft's words below which a file is no version of the draft
UNLIKE = 0.05  # share of stretches of words below which a marked file is none either
LISTED_ABOVE = 0.10  # share of paragraphs above which unmarked differences are left to the officer (design.md section 4)


@dataclass(frozen=True)
class Rules:
    """What the reader must know beyond the file. left_out: unmarked differences that are not the contributor's."""

    internal_markers: tuple[str, ...]
    left_out: frozenset[Hunk] = frozenset()
    earlier: tuple[DraftFile, ...] = ()
    states: Mapping[str, str] = field(default_factory=dict)  # every name of a contributor -> the register's own
    bases: tuple[Base, ...] = ()
    labels: Callable[[], Mapping[str, str]] = dict  # of the comment form's rows -> id of the provision

    def names_of(self, contributors: tuple[str, ...], answering: bool = False) -> Names:
        own = tuple(name for name, contributor in self.states.items() if contributor in contributors)
        return Names(own, self.states, self.labels() if answering else {}, self.internal_markers)


@dataclass(frozen=True)
class Conversion:
    """How a file of another form came to be the Word file that is read. trip: the draft, gone the same way there and back."""

    form: str
    trip: Path | None = None


@dataclass
class Reading:
    """A submission as read, with what other stages need. hunks: its unmarked differences from the draft."""

    submission: Submission
    store: PartsStore
    hunks: tuple[Hunk, ...] = ()


@dataclass
class _File:
    """A received file while it is read."""

    path: Path
    package: Package
    roots: Roots
    places: Places
    tree: DocumentTree
    rejected: DocumentTree | None
    settled: set[Element]
    atoms: Atoms
    wrapping: Wrapping | None = None
    store: PartsStore = field(default_factory=PartsStore)


def read_submission(
    path: Path, contributors: tuple[str, ...], draft: DraftFile, rules: Rules, conversion: Conversion | None = None
) -> Reading:
    """Read a tracked or clean Word file. Raises Unreadable for a file that cannot be opened."""
    names = rules.names_of(contributors)
    file = _open(path, draft, rules, names)
    trip = _open(conversion.trip, draft, rules, names, file.atoms) if conversion and conversion.trip else None
    spans = SpanReader(file.tree, file.store, _shared_styles(file.package, draft), draft.numbered_styles)
    left_out = set(rules.left_out)
    base, version_base = file.rejected, False
    if base is None:
        base, left_out = _earlier_base(file, draft, rules)
        version_base = base is not None
    went = set(_hunks_of(draft, trip.tree, trip.places)) if trip else set()
    if base is None and trip is not None:
        base = trip.tree
    spacing = Spacing.of(draft.tree, file.atoms) if conversion else None
    comparison = _compare(file, draft, spans, base, left_out | went, spacing)
    unsure: list[Hunk] = []
    own = [h for h, out in comparison.hunks if not out]
    if not version_base and own and _share(own, draft) > LISTED_ABOVE:
        unsure = own
        comparison = _compare(file, draft, spans, base, left_out | went | set(own), spacing)
    if spacing:
        comparison.hunks = [(h, out) for h, out in comparison.hunks if not (out and (h in went or spacing.is_only(h)))]
        comparison.edits = spacing.without(comparison.edits, went if file.rejected is None else None)
    return _reading(file, contributors, draft, rules, comparison, unsure, conversion is not None)


def _shared_styles(package: Package, draft: DraftFile) -> dict[str, str]:
    """The names of the file's paragraph styles that the draft has as well, by id."""
    known = set(draft.styles.values())
    return {ident: name for ident, name in style_names(package).items() if name in known}


def _open(path: Path, draft: DraftFile, rules: Rules, names: Names, atoms: Atoms | None = None) -> _File:
    """atoms: those of another file with which this one is compared."""
    package = open_package(path, _known(draft, rules))
    roots = load_roots(package)
    mark_hidden(package, roots)
    places = Places(roots)
    wrapping = unwrap(package, roots, places, draft, names)
    marked = has_marks(roots)
    settled = {m for root in roots.all() for m in root.iter(*n.MARKS) if signature(m) in draft.settled} if draft.settled else set()
    texts = _note_texts(package, roots, marked)
    keys = note_keys(draft.note_texts, texts, _added_notes(roots) if texts else frozenset())
    atoms = atoms or Atoms(draft.atoms)
    inherited = settled.__contains__
    tree = read_tree(package, roots, atoms, settled=inherited, note_keys=keys)
    rejected = read_tree(package, roots, atoms, accept=False, settled=inherited, note_keys=keys, other=tree) if marked else None
    return _File(path, package, roots, places, tree, rejected, settled, atoms, wrapping=wrapping)


def _known(draft: DraftFile, rules: Rules) -> Mapping[bytes, str]:
    """The plain paragraphs that the file may have from the draft or from an earlier one."""
    return {p: text for d in rules.earlier for p, text in d.plain.items()} | draft.plain if rules.earlier else draft.plain


def _note_texts(package: Package, roots: Roots, marked: bool) -> dict[tuple[str, str], str]:
    """What the notes said before the marks, or after them where they are new: the better likeness of the draft's."""
    if not roots.notes:
        return {}
    after = note_texts(package, roots, accept=True)
    before = note_texts(package, roots, accept=False) if marked else after
    return {k: before[k] or after[k] for k in after}


def _added_notes(roots: Roots) -> frozenset[tuple[str, str]]:
    """Notes whose references the file marks as inserted."""
    references = ((r, kind) for tag, kind in NOTE_REFERENCES.items() for r in roots.document.iter(tag))
    return frozenset((kind, r.get(n.ID) or "") for r, kind in references if any(a.tag in n.INSERTING for a in r.iterancestors()))


def _compare(
    file: _File, draft: DraftFile, spans: SpanReader, base: DocumentTree | None, left_out: set[Hunk], spacing: Spacing | None
) -> Comparison:
    comparer = Comparer(
        draft.tree, SpanReader(draft.tree, file.store, draft.styles), file.tree, spans, file.places, base,
        lambda hunk: hunk in left_out or (spacing is not None and spacing.is_only(hunk)),
    )  # fmt: skip
    result = comparer.run()
    _margins(comparer, file, draft)
    return result


def _margins(comparer: Comparer, file: _File, draft: DraftFile) -> None:
    """Headers and footers count only where they carry marks: letterheads are no proposals (design.md section 6)."""
    if file.rejected is None:
        return
    for place, (_, root) in file.roots.margins.items():
        base = draft.tree.margins.get(place)
        if base is None or next(root.iter(*n.MARKS), None) is None:
            continue
        comparer.bases[base.id] = file.rejected.margins[place]
        comparer.left_out = lambda hunk: True
        kept = len(comparer.result.hunks)
        comparer.story(base, file.tree.margins[place])
        del comparer.result.hunks[kept:]


def _earlier_base(file: _File, draft: DraftFile, rules: Rules) -> tuple[DocumentTree | None, set[Hunk]]:
    """The earlier draft on which an unmarked file was made, if it is nearer to it than to the draft."""
    if not rules.earlier:
        return None, set()
    own = file.tree.body.text
    best, distance = None, _distance(draft.tree.body.text, own) * 0.7
    for earlier in rules.earlier:
        found = _distance(earlier.tree.body.text, own)
        if found < distance:
            best, distance = earlier, found
    if best is None:
        return None, set()
    return best.tree, set(version_hunks(draft, best))


def _distance(a: str, b: str) -> int:
    """How many paragraphs differ."""
    one, other = set(a.split(PARAGRAPH_MARK)), set(b.split(PARAGRAPH_MARK))
    return len(one ^ other)


def version_hunks(draft: DraftFile, earlier: DraftFile) -> list[Hunk]:
    """Every difference between the draft and an earlier version of it."""
    return _hunks_of(draft, earlier.tree, Places(earlier.roots))


def _hunks_of(draft: DraftFile, tree: DocumentTree, places: Places) -> list[Hunk]:
    comparer = Comparer(draft.tree, SpanReader(draft.tree, PartsStore()), tree, SpanReader(tree, PartsStore()), places, tree)
    return [h for h, _ in comparer.run().hunks]


def _share(hunks: list[Hunk], draft: DraftFile) -> float:
    """The share of the draft's paragraphs that the differences touch."""
    lines = max(1, sum(len(s.lines) for s in draft.tree.stories()))
    return sum(1 for _ in {(h[0], h[1]) for h in hunks}) / lines if lines > 10 else 0.0


def _reading(
    file: _File, contributors: tuple[str, ...], draft: DraftFile, rules: Rules, found: Comparison, unsure: list[Hunk], is_converted: bool
) -> Reading:
    edits = _flagged(moved(found.edits, {s.id: s.text for s in draft.tree.stories()}), found)
    everything = received_comments(file.package)
    received = [c for c in everything if (c.text, c.date) not in draft.comments]
    held = {c.id for c in received if c.internal(rules.internal_markers)}
    held |= {c.id for c in received if c.parent in held}
    anchors = Anchors(file.tree, file.roots).find() if received and len(held) < len(received) else {}
    if is_converted:
        held |= _beside(held, anchors)
    open_ones = [c for c in received if c.id not in held]
    comments = placed_comments([c for c in open_ones if c.text], anchors, found.pairs, file.places)
    formats = formatting_comments(found.pairs, file.roots, file.places)
    entries = mark_entries(file.roots, file.places, found.pairs, file.tree, file.rejected, file.settled)
    entries += [_comment_entry(c, held) for c in everything]
    hidden_places = _hidden(file)
    entries += [Entry("hidden text", place, "held", count) for place, count in hidden_places.items()]
    status: Status = "rebased" if any(out for _, out in found.hunks) else "merged"
    form: Form = "tracked" if file.rejected is not None else "clean"
    notices = _notices(file, draft, found, unsure, held, hidden_places)
    submission = Submission(
        file.path.name, file.package.sha256, contributors, None, last_saved(file.package), language_of(file.tree.body.text),
        form, status, None, tuple(edits), tuple(comments + formats), tuple(entries), tuple(notices),
    )  # fmt: skip
    if file.wrapping is not None:
        return Reading(_with_letter(submission, file.wrapping), file.store, tuple(h for h, _ in found.hunks))
    if _no_version(found, draft, file):
        submission = _prose(submission, file, entries)
    return Reading(submission, file.store, tuple(h for h, _ in found.hunks))


def _with_letter(s: Submission, wrapping: Wrapping) -> Submission:
    """The text of the draft with the letter that it came with: both are the contributor's, only the text is a version."""
    span = wrapping.draft_span
    told = "These hold the draft's text; the letter around it is read as a letter."
    notice = Notice("letter", s.file, f"paragraphs {span[0]} to {span[1]}", told)
    held = tuple(Notice("held", s.file, e.place, "Hidden words are held, not shown.") for e in wrapping.ledger if e.state == "held")
    return replace(
        s, form="letter", remarks=wrapping.remarks, ledger=s.ledger + wrapping.ledger, notices=(*s.notices, notice, *held), draft_span=span,
    )  # fmt: skip


def _beside(held: set[str], anchors: Mapping[str, list[Place]]) -> set[str]:
    """Comments on the words of one that is held: another form does not tell which comment answers which."""
    own = {ident: (id(places[0][0]), places[0][2]) for ident, places in anchors.items()}
    ends = {place for ident, place in own.items() if ident in held}
    return {ident for ident, place in own.items() if place in ends}


def _comment_entry(comment: Received, held: set[str]) -> Entry:
    state: Fate = "held" if comment.id in held else "comment" if comment.text else "no effect"
    return Entry("comment", f"comment {comment.id}", state)


def _flagged(edits: list[Edit], found: Comparison) -> list[Edit]:
    """Edits that the contributor made beside its marks are flagged."""
    beside = {(h[0], h[1], h[2]) for h, out in found.hunks if not out}
    return [
        replace(e, flags=(*e.flags, "unmarked")) if any(s == e.story and a < e.end + 1 and e.start < b + 1 for s, a, b in beside) else e
        for e in edits
    ] if beside else edits  # fmt: skip


def _hidden(file: _File) -> dict[str, int]:
    out: dict[str, int] = {}
    for root in file.roots.all():
        for vanish in root.iter(n.w("vanish")):
            run = vanish.getparent().getparent() if vanish.getparent().tag == n.RPR else None
            if run is not None and run.tag == n.R_ and hidden(run) and any((t.text or "").strip() for t in run.iter(n.T)):
                place = file.places.of_element(run)
                out[place] = out.get(place, 0) + 1
    return out


def _notices(
    file: _File, draft: DraftFile, found: Comparison, unsure: list[Hunk], held: set[str], hidden_places: dict[str, int]
) -> list[Notice]:
    name = file.path.name
    left = [h for h, out in found.hunks if out and h not in unsure]
    own = [h for h, out in found.hunks if not out]
    out = []
    if left:
        out.append(Notice("other version", name, "document", f"Made on another version of the draft: {len(left)} differences of that"
                          " version are left out; the delegation's own changes are carried over to the draft."))  # fmt: skip
    out += [Notice("unmarked", name, _where(h, draft), f"Changed beside the marks, taken as a proposal: {_quoted(h[3])}") for h in own]
    out += [
        Notice("to decide", name, _where(h, draft), f"Unmarked difference, left out until the officer decides: {_quoted(h[3])}")
        for h in unsure
    ]
    if held:
        out.append(Notice("held", name, "comments", f"Internal or resolved comments held, not shown: {len(held)}."))
    out += [Notice("held", name, place, f"Hidden passages held, not shown: {count}.") for place, count in hidden_places.items()]
    return out


def _where(hunk: Hunk, draft: DraftFile) -> str:
    """The place in the draft, by the words with which its paragraph begins."""
    node = next((s for s in draft.tree.stories() if s.id == hunk[0]), None)
    words = "".join(c for c in node.line_at(hunk[1]).text if ord(c) < 0x100000).split() if node is not None and node.lines else []
    return f"draft, paragraph that begins “{' '.join(words[:8])}”" if words else f"draft, {hunk[0]}"


def _quoted(text: str) -> str:
    words = "".join(c if ord(c) < 0x100000 else "[…]" for c in " ".join(text.split()))
    return f"“{words}”" if words else "words left out"


def _no_version(found: Comparison, draft: DraftFile, file: _File) -> bool:
    """A file that keeps next to nothing of the draft is prose, not a version."""
    if file.rejected is not None:
        return _unlike(draft, file.rejected)
    total, text = draft.size, draft.tree.body.text
    if total <= 100:  # a draft that stands in a table
        own = _stretches(draft.tree)
        return len(own) > 100 and len(own & _stretches(file.tree)) < KEPT_AT_LEAST * len(own)
    gone = sum(solid_size(text[e.start : e.end]) for e in found.edits if e.story == "body")
    return (total - gone) / total < KEPT_AT_LEAST


def _unlike(draft: DraftFile, other: DocumentTree) -> bool:
    """Whether a marked file was not made on any version of the draft: hardly any stretch of four words is the same."""
    lines = draft.paragraphs
    if len(lines.intersection(other.body.text.split(PARAGRAPH_MARK))) >= UNLIKE * len(lines):
        return False
    own, theirs = (_stretches(t) for t in (draft.tree, other))
    return len(own) > 100 and bool(theirs) and len(own & theirs) < UNLIKE * min(len(own), len(theirs))


def _stretches(tree: DocumentTree) -> frozenset[tuple[str, ...]]:
    words = " ".join(s.text for s in tree.stories()).lower().split()
    return frozenset(zip(*(words[k:] for k in range(4)), strict=False))


def _prose(submission: Submission, file: _File, entries: list[Entry]) -> Submission:
    """The file as prose: each paragraph is listed, none becomes a mark."""
    paragraphs = list(_paragraphs(file.tree, file.places))
    entries = [*entries, *(Entry("paragraph", place, "unplaced") for place, _ in paragraphs)]
    notice = Notice("no version", submission.file, "document", "Holds next to nothing of the draft's text: its paragraphs stand in"
                    " the annex as sent, for the officer to place.")  # fmt: skip
    return replace(
        submission, form="letter", status="comments-only", edits=(), ledger=tuple(entries), prose=tuple(paragraphs),
        reason="no version of the draft", notices=(*submission.notices, notice),
    )  # fmt: skip


def last_saved(package: Package) -> str | None:
    """The day on which the file was last saved, as its properties say: the date received unless the officer sets it."""
    part = package.find("docProps/core.xml")
    if part is None:
        return None
    try:
        root = package.xml(part)
    except ValueError:
        return None
    for e in root:
        if str(e.tag).endswith("}modified") and e.text:
            return str(e.text)[:10]
    return None


def prose_of(path: Path) -> tuple[tuple[str, str], ...]:
    """Every paragraph of a file as it was sent, with its place: for a file that stands in an annex in full."""
    package = open_package(path)
    roots = load_roots(package)
    mark_hidden(package, roots)
    tree, places = read_tree(package, roots, Atoms()), Places(roots)
    return tuple(_paragraphs(tree, places))


def _paragraphs(tree: DocumentTree, places: Places) -> Iterator[tuple[str, str]]:
    for node in tree.stories():
        for line in node.lines:
            words = "".join(c for c in line.text if ord(c) < 0x100000).strip()
            if words and line.table is None:
                yield places.of(node, line.start), words
