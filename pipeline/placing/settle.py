"""Every remark of every submission settled: an edit and a comment at its provision, or where else it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..citations import Context, Ground
from ..citations import parse as cite
from ..instructions import Instruction, parse
from ..model import LIVE, Comment, CommentKind, Draft, Edit, Fate, Notice, Placement, Provision, Status, Submission, words_key
from ..remarks import ASIDE, Remark
from .derive import Derived, Deriver
from .keys import keys_of
from .mentions import ASIDE as IN_BRACKETS
from .places import Finder, Where

EVERYWHERE = 4  # provisions at each of which a remark on several of them stands
LEAD = re.compile(r"([^“«\"]{1,90}?)\s*(?:[:,]|\s[–—-])\s+(?=[^,:]*[“«\"])")
WORDS = re.compile(r"[^\W\d_]+")
OF_A_PLACE = "in on at the of to for and section paragraph en el la los las del de al dans le les du des au no na nos nas do da dos das o a"
SMALL = frozenset(OF_A_PLACE.split())
ASKING = ("proposal", "comment", "general comment")
KINDS: dict[str, CommentKind] = {"support": "support", "reservation": "reservation", "withdrawal": "withdrawal"}
ORDER: tuple[Fate, ...] = ("unplaced", "merged", "withdrawn", "comment", "support", "no effect", "courtesy")
PROPOSED = "Proposed change: "
WORDLESS, QUOTING = ("delete paragraph", "move", "merge"), ("replace", "delete", "insert")
TELLING = 4  # letters of a word that is not by chance the same in two languages
MEETS = "Stands as a comment: another point of the same file changes the same words."
NOT_THERE = "Withdraws a proposal on a provision on which none of its contributor's files proposes anything: ask what is meant."


@dataclass(frozen=True)
class Grounds:
    """What remarks are placed on: the draft, the report where there is one, and what leads from the one to the other."""

    draft: Draft
    language: str
    ground: Ground
    translations: Mapping[str, tuple[Draft, Ground]] = field(default_factory=dict)  # by language, provisions with the same ids
    crosswalk: Mapping[str, tuple[str, float]] = field(default_factory=dict)
    chosen: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Settled:
    """What became of one remark."""

    remark: Remark
    where: Where
    fate: Fate
    edits: tuple[Edit, ...] = ()
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()


def place_all(grounds: Grounds, submissions: Sequence[Submission]) -> tuple[Submission, ...]:
    """The submissions with their remarks as edits and comments; what was withdrawn is taken out."""
    if not any(s.remarks for s in submissions):
        return tuple(submissions)
    deriver = Deriver(grounds.draft, grounds.ground)
    settled = {s.file: _settle(s, grounds, deriver) for s in submissions if s.remarks and s.contributors and s.status in LIVE}
    placed = [_with(s, settled[s.file]) if s.file in settled else s for s in submissions]
    return tuple(_without_withdrawn(grounds, placed, settled))


def _settle(s: Submission, grounds: Grounds, deriver: Deriver) -> list[_Settled]:
    own = s.language == grounds.language
    draft, ground = grounds.translations.get(s.language, (grounds.draft, grounds.ground))
    known = own or s.language in grounds.translations
    finder = Finder(grounds.draft, ground, grounds.chosen, grounds.crosswalk, draft.provisions, known)
    keyed = zip(s.remarks, keys_of(s.contributors, s.remarks), strict=True)
    return [_with_aside(_settle_one(s, _own_words(r), key, finder, deriver, own), r) for r, key in keyed]


def _own_words(r: Remark) -> Remark:
    """What stands in the Secretariat's column of the delegation's table asks for nothing and places nothing."""
    return replace(r, text=r.text.partition(ASIDE)[0]) if ASIDE in r.text else r


def _with_aside(one: _Settled, r: Remark) -> _Settled:
    aside = "".join(r.text.partition(ASIDE)[1:])
    return replace(one, comments=tuple(replace(c, text=(c.text + aside).strip()) for c in one.comments)) if aside else one


def _settle_one(s: Submission, r: Remark, key: str, finder: Finder, deriver: Deriver, own: bool) -> _Settled:
    if r.kind == "no comments":
        return _Settled(r, Where((), Placement("form", 1.0)), "no effect")
    instructions = _instructions(r.proposed or r.text, s.language) if r.kind in ASKING and not r.emphasis else ()
    instructions = tuple(i for i in instructions if not i.proponent or i.proponent in s.contributors)
    if r.kind in ("comment", "general comment") and instructions and not any(i.doubt for i in instructions):
        r = replace(r, kind="proposal")
    if r.kind == "report correction":
        finder.context = replace(finder.context, document="report")
        where = finder.where(r, key, ())
        finder.context = Context()
        on_draft = finder.where(r, key, parse(r.proposed or r.text, s.language)) if not where.report else where
        if not where.report and on_draft.provisions:
            return _settle_one(s, replace(r, kind="proposal"), key, finder, deriver, own)
        leads = where.placement.candidates or tuple((p, where.placement.confidence) for p in where.provisions)
        told = _comment(r, "report correction", replace(where.placement, candidates=leads), s.language)
        return _Settled(r, where, "comment", (), (told,))
    where = finder.where(r, key, instructions)
    derived = Derived()
    wanted = r.kind == "proposal" and (own or _speaks_of(instructions, [finder.by_id[p] for p in where.provisions]))
    if wanted and (where.provisions or any(i.scope == "throughout" for i in instructions)):
        derived = deriver.derived(r, where.provisions, where.placement, instructions)
        derived = derived if own or not derived.refused else Derived()
    return _outcome(s, r, where, derived, finder)


def _speaks_of(instructions: Sequence[Instruction], places: Sequence[Provision]) -> bool:
    """Of an answer in another language than the draft: whether it names all that it changes by the draft's own words, to the letter,
    or by the place alone. It is then written on this text, whatever language its sentences are in."""
    return bool(instructions) and bool(places) and all(_quotes(i, places) for i in instructions)


def _quotes(i: Instruction, places: Sequence[Provision]) -> bool:
    named = [words for words in (i.old, i.anchor, i.anchor_end) if words]
    if i.doubt or i.scope:
        return False
    if i.kind in WORDLESS:
        return not named and not i.new
    found = all(any(words in p.text for p in places) for words in named)
    return i.kind in QUOTING and found and any(len(word) >= TELLING for words in named for word in WORDS.findall(words))


def _instructions(text: str, language: str) -> tuple[Instruction, ...]:
    """What is asked for; where the whole is not understood, what stands behind a lead that only names the place."""
    found = parse(text, language)
    if found and not any(i.doubt for i in found):
        return found
    rest = _behind_the_place(text)
    again = parse(rest, language) if rest else ()
    return again if again and not any(i.doubt for i in again) else found


def _behind_the_place(text: str) -> str:
    """The text after "In footnote 6," or "Section III.C, paragraph 3:", where nothing but the place stands before."""
    line = text.strip().split("\n")[-1]
    lead = LEAD.match(line)
    if lead is None:
        return ""
    words = IN_BRACKETS.sub("", lead[1])
    for citation in sorted(cite(words), key=lambda c: -c.start):
        words = words[: citation.start] + words[citation.end :]
    rest = line[lead.end() :]
    return rest if not [w for w in WORDS.findall(words.lower()) if w not in SMALL] else ""


def _outcome(s: Submission, r: Remark, where: Where, derived: Derived, finder: Finder) -> _Settled:
    places = where.provisions or tuple(dict.fromkeys(_provision_of(e, finder.draft) for e in derived.edits))[:1]
    if not places:
        general = where.whole or r.kind in ("general comment", "reservation", "support", "withdrawal")
        kind: CommentKind = KINDS.get(r.kind, "general") if general else "unplaced"
        comment = _comment(r, "general" if general else kind, where.placement, s.language)
        fate: Fate = ("support" if r.kind == "support" else "comment") if general else "unplaced"
        message = f"Not placed: {where.placement.evidence}. See the candidates in placements.xlsx."
        return _Settled(r, where, fate, (), (comment,), () if general else (_notice(s, r, "unplaced", message),))
    notices = _told(s, r, derived)
    cells = all(finder.by_id[p].kind == "cell" for p in places)  # a row stands at its first cell
    anchors = places if len(places) <= EVERYWHERE and not (cells and len(places) > 1) else places[:1]
    comments = tuple(_at(finder.by_id[p], _comment(r, KINDS.get(r.kind, "comment"), where.placement, s.language)) for p in anchors)
    fate = "merged" if derived.edits else "support" if r.kind == "support" else "comment"
    return _Settled(r, replace(where, provisions=places), fate, derived.edits, comments, notices)


def _told(s: Submission, r: Remark, derived: Derived) -> tuple[Notice, ...]:
    notes = [_notice(s, r, "derived", note) for note in derived.remarks]
    if derived.refused:
        notes.append(_notice(s, r, "not applied", f"Stands as a comment, since it could not be applied without doubt: {derived.refused}."))
    return tuple(notes)


def _notice(s: Submission, r: Remark, kind: str, message: str) -> Notice:
    return Notice(kind, s.file, r.place, message)


def _provision_of(e: Edit, draft: Draft) -> str:
    return next((p.id for p in draft.provisions if p.story == e.story and p.start <= e.start <= p.end), draft.provisions[0].id)


def words_of(r: Remark) -> str:
    """The remark as it stands beside the text: verbatim, with the parts that a table keeps in columns of their own."""
    parts = [r.text.strip(), f"{PROPOSED}{r.proposed.strip()}" if r.proposed.strip() and r.proposed.strip() not in r.text else ""]
    said = "\n".join(p for p in parts if p)
    numbered = " ".join(p for p in (r.number.strip(), f"({r.type.strip()})" if r.type.strip() else "") if p)
    return f"[{numbered}] {said}" if numbered else said


def _comment(r: Remark, kind: CommentKind, placement: Placement, language: str) -> Comment:
    told = words_of(r)
    if r.reference.strip() and r.reference.strip() not in told:
        told = f"{r.reference.strip()}: {told}"
    return Comment("body", 0, 0, told, r.place, "", kind, placement, language)


def _at(provision: Provision, comment: Comment) -> Comment:
    return replace(comment, story=provision.story, start=provision.start, end=provision.end)


def _with(s: Submission, settled: Sequence[_Settled]) -> Submission:
    fates: dict[str, list[Fate]] = defaultdict(list)
    for one in settled:
        fates[one.remark.place].append(one.fate)
    ledger = tuple(
        replace(e, state=_fate(fates[e.place])) if e.place in fates and e.state not in ("held", "courtesy") else e for e in s.ledger
    )
    edits, dropped = _apart([e for one in settled for e in one.edits], s.edits)
    notices = [*(x for one in settled for x in one.notices), *(Notice("not applied", s.file, e.source, MEETS) for e in dropped)]
    return replace(
        s,
        edits=s.edits + edits,
        comments=s.comments + tuple(c for one in settled for c in one.comments),
        ledger=ledger,
        notices=(*s.notices, *dict.fromkeys(notices)),
        status=_status(s, bool(edits or s.edits)),
    )


def _status(s: Submission, changes_text: bool) -> Status:
    """An answer is merged where it changes the text, and else has comments only; other states stay."""
    if s.status in ("merged", "comments-only"):
        return "merged" if changes_text else "comments-only"
    return s.status


def _apart(new: Sequence[Edit], own: Sequence[Edit]) -> tuple[tuple[Edit, ...], list[Edit]]:
    """One submission is one version: of changes that meet the first stands; also those that do not, but for what is said twice."""
    kept: list[Edit] = list(own)
    dropped = []
    for e in new:
        meeting = [k for k in kept if _meet(k, e)]
        if not meeting:
            kept.append(e)
        elif not any((k.start, k.end, words_key(k.inserted)) == (e.start, e.end, words_key(e.inserted)) for k in meeting):
            dropped.append(e)
    return tuple(kept[len(own) :]), dropped


def _meet(one: Edit, other: Edit) -> bool:
    """Whether two changes touch the same words, or insert at one place."""
    overlap = one.start < other.end and other.start < one.end
    return one.story == other.story and (overlap or (one.start, one.end) == (other.start, other.end))


def _fate(fates: Sequence[Fate]) -> Fate:
    """Of a paragraph that says several things: that one of them awaits the officer comes first."""
    return next((f for f in ORDER if f in fates), fates[0])


# ---- withdrawals


def _without_withdrawn(grounds: Grounds, submissions: Sequence[Submission], settled: Mapping[str, Sequence[_Settled]]) -> list[Submission]:
    """What a contributor takes back, by provision, is taken out of its other files and listed as withdrawn."""
    gone: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for s in submissions:
        for one in settled.get(s.file, ()):
            if one.remark.kind == "withdrawal":
                gone[s.contributors].update(one.where.provisions)
    by_id = {p.id: p for p in grounds.draft.provisions}
    out = [_taken_back(s, [by_id[p] for p in sorted(gone[s.contributors])]) if gone.get(s.contributors) else s for s in submissions]
    proposed = {s.contributors: _proposed(s.contributors, submissions) for s in submissions}
    return [_asked(s, settled.get(s.file, ()), by_id, proposed[s.contributors]) for s in out]


def _proposed(contributors: tuple[str, ...], submissions: Sequence[Submission]) -> list[Edit]:
    return [e for s in submissions if s.contributors == contributors for e in s.edits]


def _asked(s: Submission, settled: Sequence[_Settled], by_id: Mapping[str, Provision], proposed: Sequence[Edit]) -> Submission:
    """With a notice for each withdrawal of what nobody finds."""
    lost = [
        one.remark
        for one in settled
        if one.remark.kind == "withdrawal" and one.where.provisions
        if not any(_is_on(e, by_id[p]) for p in one.where.provisions for e in proposed)
    ]
    return replace(s, notices=(*s.notices, *(_notice(s, r, "withdrawn", NOT_THERE) for r in lost))) if lost else s


def _is_on(e: Edit, p: Provision) -> bool:
    return e.story == p.story and p.start <= e.start <= p.end + 1 and e.end <= p.end + 1


def _taken_back(s: Submission, provisions: Sequence[Provision]) -> Submission:
    out = [e for e in s.edits if any(_is_on(e, p) for p in provisions)]
    places = {e.source for e in out} - {e.source for e in s.edits if e not in out}
    if not out:
        return s
    ledger = tuple(replace(x, state="withdrawn") if x.state == "merged" and x.place in places else x for x in s.ledger)
    notice = Notice(
        "withdrawn", s.file, "; ".join(sorted(places)), "Withdrawn by the contributor; kept in the register, not shown as a mark."
    )
    return replace(s, edits=tuple(e for e in s.edits if e not in out), ledger=ledger, notices=(*s.notices, notice))
