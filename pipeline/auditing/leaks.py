"""Law 6: nothing that a file tells about people and places beside its text, and nothing internal, reaches an output.

What leaked is not quoted, since report.json is an output as well: a sentence says whose it is and where it stands.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.auditing.case import SECRETARIAT, Case
from pipeline.auditing.complete import passages_of
from pipeline.auditing.document import Document
from pipeline.auditing.known import END
from pipeline.auditing.metadata import rsids_in
from pipeline.auditing.names import squeezed
from pipeline.auditing.package import UNREADABLE, Package
from pipeline.auditing.received import SECRET_WORDS, sentences
from pipeline.auditing.workbook import text_of

OTHER_FORMS, TOLD = (".odt", ".rtf", ".doc"), "told 1"  # what is known of their people and places is kept under the second
ALLOWED = frozenset(("Author", "Unknown", "python-docx", SECRETARIAT))
TAG_NAMES = re.compile(r"</?[\w:.-]+|\s[\w:.-]+=")


@dataclass(frozen=True)
class Finding:
    """One thing that must not be told, whose it is, and what to call it."""

    text: str
    file: str
    kind: str

    @property
    def named(self) -> str:
        """Enough to look it up by, too little to tell it."""
        return f"{self.kind} ({' '.join(f'{word[0]}…' for word in self.text.split()[:4])})"


@dataclass
class Written:
    """A part of a written file, or a whole one that is no package."""

    place: str
    data: bytes
    markup: bool
    fresh: bytes  # what of it was not searched before, for what stands in one paragraph

    @cached_property
    def plain(self) -> str:
        """As it was meant: escapes of JSON and XML undone, names of elements and attributes left out."""
        text = self.data.decode("utf-8", "replace")
        if self.markup:
            return html.unescape(TAG_NAMES.sub(" ", text))
        return _without_escapes(text) if "\\" in text else text

    @cached_property
    def words(self) -> str:
        """Its words in reading order, whatever runs they stand in; then the values of its attributes."""
        return squeezed(text_of(self.data) + " " + self.plain) if self.markup else squeezed(self.plain)


def broken(case: Case) -> Iterator[str]:
    yield from broken_in(case, files_of(case))


def files_of(case: Case) -> list[Path]:
    """Every file that was written."""
    return sorted(p for p in case.outputs.rglob("*") if p.is_file())


def broken_in(case: Case, paths: Iterable[Path]) -> Iterator[str]:
    """What these files tell that they should not; a part equal to one that was looked at is passed over."""
    parts = list(_written(case, paths))
    found = [*dict.fromkeys(_told(case, parts)), *dict.fromkeys(_said(case, parts)), *_traced(case, parts)]
    if not found and not case.unsure:
        case.searched.update(hash(piece) for part in parts if part.markup for piece in part.fresh.split(END))
    yield from found


def searched_for(case: Case, path: Path) -> str:
    """A name for this file as it is and all that is looked for in it; what it told once it tells again."""
    return f"searched {case.package(path).sha256} {case.once('searched for', lambda: _fingerprint(case))}"


def _fingerprint(case: Case) -> str:
    """Of all findings, of what may be told, and of the Secretariat's own revision-save ids."""
    findings, _ = _told_findings(case)
    internal = [[f, facts["secrets"], facts["comments"], case.ledger[f, "comment", "held"]] for f, facts in _sources(case)]
    parts = [[[f.text, f.file, f.kind] for f in findings], internal, sorted(_known_rsids(case))]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _written(case: Case, paths: Iterable[Path]) -> Iterator[Written]:
    """Every part with words of every file, equal parts once."""
    seen = case.looked_at
    for path in paths:
        place = str(path.relative_to(case.outputs))
        package = case.package(path)
        if not package.is_zip:
            yield Written(place, package.data, False, package.data)
            continue
        for name in package.markup():
            key = (package.parts[name].CRC, package.parts[name].file_size)
            if key not in seen:
                seen.add(key)
                data = package.part(name)
                yield Written(f"{place}, {name}", data, True, _fresh(case, data))


def _fresh(case: Case, data: bytes) -> bytes:
    """Without the paragraphs that stood in parts in which nothing was found: documents of contributors have most in common."""
    return END.join(piece for piece in data.split(END) if hash(piece) not in case.searched) if case.searched else data


def _sources(case: Case) -> list[tuple[str, dict[str, Any]]]:
    """(file, facts) of the draft and of every readable submission."""
    return case.once("sources", lambda: _sources_of(case))


def _sources_of(case: Case) -> list[tuple[str, dict[str, Any]]]:
    found = {case.report["draft"]["file"]: case.draft_facts}
    found |= {s["file"]: _facts(case, s["file"]) for s in case.submissions}
    return [(file, facts) for file, facts in found.items() if facts]


def _facts(case: Case, file: str) -> dict[str, Any] | None:
    """Of a file of another form what its own bytes tell as well, whether LibreOffice made a Word file of it or not."""
    facts, path = case.facts(file), case.path(file)
    if path.suffix.lower() not in OTHER_FORMS or not path.is_file():
        return facts
    key = f"{TOLD} {path.suffix.lower()} {case.package(path).sha256}"
    if key not in case.memo:
        from pipeline.auditing.metadata_forms import told_by

        case.memo[key] = told_by(path.name, path.read_bytes())
    people, places = case.memo[key]
    known = facts or {"people": [], "places": [], "secrets": [], "comments": []}
    return {**known, "people": sorted({*known["people"], *people}), "places": sorted({*known["places"], *places})}


def _told(case: Case, parts: list[Written]) -> Iterator[str]:
    """Names, addresses, paths and templates."""
    findings, pattern = _told_findings(case)
    for part in parts:
        if pattern.search(part.fresh):
            for finding in findings:
                if _stands_in(finding.text, part.plain) and not _excused(case, _is_text(case, finding)):
                    yield f"law 6: {finding.named} from the metadata of {finding.file} stands in {part.place}"


def _told_findings(case: Case) -> tuple[list[Finding], re.Pattern[bytes]]:
    return case.once("told", lambda: _patterned(list(_findings(case))))


def _patterned(findings: list[Finding]) -> tuple[list[Finding], re.Pattern[bytes]]:
    return findings, any_of(spelling for f in findings for spelling in _spellings(f.text))


def _findings(case: Case) -> Iterator[Finding]:
    allowed = ALLOWED | set(case.codes) | set(case.codes.values()) | set(case.sources)
    allowed |= {c for s in case.submissions for c in s["contributors"]}
    for file, facts in _sources(case):
        yield from (Finding(str(name), file, "a personal name") for name in facts["people"] if name not in allowed)
        yield from (Finding(str(place), file, "an address or path") for place in facts["places"])


def any_of(words: Iterable[str]) -> re.Pattern[bytes]:
    """One pattern for many words, grouped by their first byte so that most places of a text are passed over at once."""
    groups: dict[bytes, set[bytes]] = {}
    for word in (w.encode() for w in words):
        groups.setdefault(word[:1], set()).add(word[1:])
    ends = {first: b"|".join(map(re.escape, sorted(rest))) for first, rest in sorted(groups.items())}
    return re.compile(b"|".join(b"%s(?:%s)" % (re.escape(first), end) for first, end in ends.items()) or b"(?!)")


def _spellings(text: str) -> set[str]:
    """As it stands in plain text, in XML and in JSON."""
    coded = {json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
    in_xml = {html.escape(t, quote=False) for t in (text, *coded)}
    return {text, *coded, *in_xml, html.escape(text, quote=False).replace('"', "&quot;")}


def _stands_in(name: str, text: str) -> bool:
    """As whole words. A pattern with what may not stand before and after it takes a thousand times as long over a long text (measured)."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not (_is_of_word(text[at - 1 : at]) or _is_of_word(text[end : end + 1])):
            return True
        at = text.find(name, at + 1)
    return False


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_text(case: Case, finding: Finding) -> bool:
    """What the file itself, or the draft, says in so many words is no secret."""
    return any(_stands_in(finding.text, text) for text in (_visible(case, finding.file), case.draft.visible_text))


def _excused(case: Case, said: bool) -> bool:
    """What is no secret now may be one when the file that says it changes."""
    case.unsure |= said
    return said


def _visible(case: Case, file: str) -> str:
    path = case.inputs / file if file == case.report["draft"]["file"] else case.as_word(file)
    if path.suffix.lower() in OTHER_FORMS:
        return squeezed(" ".join(text for p in passages_of(case, file) for text in p.texts))
    try:
        return Document(path).visible_text
    except UNREADABLE:
        return ""


def _said(case: Case, parts: list[Written]) -> Iterator[str]:
    """Hidden text, text taken back within one file, and comments that are held."""
    for finding in [f for file, facts in _sources(case)[1:] for f in _internal(case, file, facts, parts)]:
        places = [part.place for part in parts if finding.text in part.words]
        if places and not _excused(case, _is_said_openly(case, finding)):
            yield f"law 6: {finding.named} of {finding.file} stands in {places[0]}"


def _is_said_openly(case: Case, finding: Finding) -> bool:
    """Somebody's visible text, the draft, or a comment that is not internal says the same."""
    known = squeezed(" ".join([*case.base.paragraphs, *(line for note in case.base.notes for line in note)]))
    if finding.text in known:
        return True
    comments = (c for _, facts in _sources(case) for c in facts["comments"])
    if any(finding.text in text for _, text, internal in comments if not internal):
        return True
    return any(finding.text in _visible(case, file) for file, _ in _sources(case))


def _internal(case: Case, file: str, facts: dict[str, Any], parts: list[Written]) -> Iterator[Finding]:
    yield from (Finding(text, file, "hidden or withdrawn text") for text in facts["secrets"])
    internal = [text for _, text, is_internal in facts["comments"] if is_internal]
    held = case.ledger[file, "comment", "held"]
    yield from (Finding(text, file, "a held comment") for text in _held(internal, held, parts))


def _held(internal: list[str], held: int, parts: list[Written]) -> Iterator[str]:
    """Sentences of internal comments. Where the ledger holds fewer than there are, so many may have been released."""
    long_enough = (text for text in internal if len(text.split()) >= SECRET_WORDS)
    told = [text for text in long_enough if any(text in part.words for part in parts)]
    released = len(internal) - held
    if len(told) > max(released, 0):
        yield from told
    elif not released:
        yield from (s for text in internal for s in sentences(text))


def _traced(case: Case, parts: list[Written]) -> Iterator[str]:
    """Revision-save ids of a submission; those of the draft are the Secretariat's own."""
    own = case.once("own rsids as written", lambda: {rsid.encode() for rsid in _known_rsids(case)})
    places = {rsid: part.place for part in parts for rsid in rsids_in(part.fresh, own)}
    if suspects := places.keys() - _known_rsids(case):
        case.unsure = True  # whose they are the submissions tell, which may change
        for file, _ in _sources(case)[1:]:
            for rsid in sorted(suspects & _rsids(Package(case.as_word(file)))):
                yield f"law 6: a revision-save id of {file} stands in {places[rsid]}"


def _known_rsids(case: Case) -> set[str]:
    return case.once("own rsids", lambda: _own_rsids(case))


def _own_rsids(case: Case) -> set[str]:
    """Of the Secretariat's documents: the draft, in every language, and the report."""
    found = set(_rsids(case.draft.package))
    for path in sorted(case.inputs.glob("*.docx")):
        try:
            found |= _rsids(Package(path))
        except UNREADABLE:
            continue
    return found


def _rsids(package: Package) -> set[str]:
    if not package.is_zip:
        return set()
    return {rsid for name in package.markup() for rsid in rsids_in(package.part(name))}


def _without_escapes(text: str) -> str:
    """The strings of a JSON file, or the text itself where it is none."""
    try:
        return json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"').replace("\\\\", "\\")
    except ValueError:
        return text
