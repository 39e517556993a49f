"""Writes a consolidation's inputs of any size: a draft and the submissions of S contributors, the same on every call.

A draft is a list of paragraphs of invented words. A contributor's edits sit at *sites*, three words apart, dealt out
before any edit is made: some to one contributor alone, some to several that want different words (rival), some to
several that want the same words (equal). So the shares of rival and equal edits are known, not hoped for.
"""

import hashlib
import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmark import document
from tests.benchmark.document import Paragraph, Piece

STATES = (  # noqa: SIM905 - the names in running text read better than 34 lines
    "Antigua and Barbuda;Argentina;Bahamas;Barbados;Belize;Bolivia;Brazil;Canada;Chile;Colombia;Costa Rica;Dominica;"
    "Ecuador;El Salvador;United States;Grenada;Guatemala;Guyana;Haiti;Honduras;Jamaica;Mexico;Nicaragua;Panama;"
    "Paraguay;Peru;Dominican Republic;Saint Kitts and Nevis;Saint Lucia;Saint Vincent and the Grenadines;Suriname;"
    "Trinidad and Tobago;Uruguay;Venezuela"
).split(";")

SMALL_WORDS = ["the", "of", "and", "to", "in", "for", "with", "that", "on", "by", "or", "as", "an", "at", "from"]
STEMS = (  # noqa: SIM905 - the same
    "brem cald dorn fesk galt harv inder jolm kest lorn mavic norb oster pelt quan rask selv tamb ulder varn welk "
    "yarb zint alsk borv crend drasp elmid frold grint hulsk irmen jasp kolver lumid marsk nelf orbit prand quelt "
    "rondel skarv trelm umber vesk wolm arken belsk corvan delph ernst falk gorm"
).split()
ENDINGS = ["", "al", "ance", "ation", "ed", "ence", "er", "ing", "ity", "ive", "ment", "ous", "ure"]

SITE_DISTANCE = 3  # words; an edit takes two at most, so edits at neighbouring sites never touch
RIVAL_GROUP, EQUAL_GROUP = 4, 3  # contributors that share one site


@dataclass(frozen=True)
class Size:
    """How large a set is; edits are per submission."""

    paragraphs: int = 1000
    words: int = 30_000
    submissions: int = 34
    edits: int = 200
    seed: int = 2004

    @property
    def name(self) -> str:
        return f"{self.paragraphs}-paragraphs-{self.submissions}-contributors-{self.edits}-edits"


@dataclass
class Edits:
    """What one contributor asks for; positions count the draft's paragraphs and words."""

    # paragraph: {word: how many words go from there}, and paragraph: {word: words that come before it}
    deleted: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    inserted: dict[int, dict[int, list[str]]] = field(default_factory=lambda: defaultdict(dict))
    new_paragraphs: dict[int, list[str]] = field(default_factory=dict)  # after this paragraph
    gone_paragraphs: set[int] = field(default_factory=set)


def contributor_names(count: int) -> list[str]:
    return (STATES + [f"Observer {number}" for number in range(len(STATES) + 1, count + 1)])[:count]


def write_set(size: Size, folder: Path) -> Path:
    """Writes ``folder``/draft-program.docx, submissions/ and consolidation.toml; every second submission is tracked."""
    names = contributor_names(size.submissions)
    draft = invent_draft(size)
    (folder / "submissions").mkdir(parents=True, exist_ok=True)
    document.write(folder / "draft-program.docx", [(p, pieces_of(p)) for p in draft], author="")
    for index, edits in enumerate(deal_edits(size, draft)):
        write_submission(folder, draft, edits, names[index], tracked=index % 2 == 0)
    (folder / "consolidation.toml").write_text(observers_toml(names), encoding="utf-8")
    return folder


def write_changed_submission(size: Size, folder: Path) -> None:
    """Writes the last contributor's submission anew with one more edit, as a delegation that sends a correction."""
    draft = invent_draft(size)
    edits = deal_edits(size, draft)[-1]
    edits.new_paragraphs[3] = ["A", "paragraph", "that", "came", "with", "the", "correction."]
    name = contributor_names(size.submissions)[-1]
    write_submission(folder, draft, edits, name, tracked=(size.submissions - 1) % 2 == 0)


def write_submission(folder: Path, draft: list[Paragraph], edits: Edits, name: str, *, tracked: bool) -> None:
    person = f"{name.split()[-1]} Delegate" if tracked else ""
    document.write(folder / "submissions" / f"{name}.docx", edited(draft, edits), author=person)


def observers_toml(names: list[str]) -> str:
    observers = [name for name in names if name not in STATES]
    lines = [f'"{name}" = {{ code = "OB{name.split()[-1]}", kind = "organisation" }}' for name in observers]
    return "\n".join(["[contributors]", *lines, ""]) if lines else ""


def invent_draft(size: Size) -> list[Paragraph]:
    """Headings every 20 paragraphs, then list items and body text; exactly ``size.words`` words."""
    rng = random.Random(size.seed)
    kinds = [kind_at(index, rng) for index in range(size.paragraphs)]
    lengths = [5 if kind.startswith("heading") else rng.randint(20, 42) for kind in kinds]
    free = [index for index, kind in enumerate(kinds) if not kind.startswith("heading")]
    while missing := size.words - sum(lengths):
        index = rng.choice(free)
        lengths[index] += 1 if missing > 0 else -1
    return [invent_paragraph(kind, length, rng) for kind, length in zip(kinds, lengths, strict=True)]


def kind_at(index: int, rng: random.Random) -> str:
    if index % 100 == 0:
        return "heading 1"
    if index % 20 == 0:
        return "heading 2"
    return rng.choice(["list", "list", "list", "body", "body"])


def invent_paragraph(kind: str, length: int, rng: random.Random) -> Paragraph:
    words = invent_words(length, rng)
    if kind.startswith("heading"):
        return Paragraph(kind, tuple(words), (0,) * length)
    words[-1] += "."
    cuts = sorted(rng.sample(range(3, length - 3), rng.choice([1, 2])))
    look = rng.choice([1, 2, 3])  # bold, italic or both, on the run in the middle
    return Paragraph(kind, tuple(words), tuple(look if sum(i >= c for c in cuts) == 1 else 0 for i in range(length)))


def invent_words(length: int, rng: random.Random) -> list[str]:
    """A third small words; the others from 700, the first of them far more often than the last, as in a language."""
    words = []
    for _ in range(length):
        if rng.random() < 0.35:
            words.append(rng.choice(SMALL_WORDS))
            continue
        stem = STEMS[int(len(STEMS) * rng.random() ** 1.6)]
        words.append(stem + rng.choice(ENDINGS) + ("," if rng.random() < 0.08 else ""))
    return words


def pieces_of(paragraph: Paragraph) -> list[Piece]:
    return [Piece("kept", word, look) for word, look in zip(paragraph.words, paragraph.looks, strict=True)]


def deal_edits(size: Size, draft: list[Paragraph]) -> list[Edits]:
    """One ``Edits`` a contributor: 4% of them on whole paragraphs, a third rival, a fifth equal, the others its own."""
    rng = random.Random(size.seed + 1)
    sites = sites_of(draft)
    rng.shuffle(sites)
    everyone = [Edits() for _ in range(size.submissions)]
    rival, equal, whole = size.edits // 3, size.edits // 5, size.edits // 25
    deal_shared(everyone, sites, rival, RIVAL_GROUP, rng, same=False)
    deal_shared(everyone, sites, equal, EQUAL_GROUP, rng, same=True)
    own = size.edits - rival - equal - whole
    ring = list(sites)  # where contributors are so many that sites run out, the ring starts again: more rivals
    for number, edits in enumerate(everyone):
        for step in range(own):
            apply_edit(edits, ring[(number * own + step) % len(ring)], random_edit(rng))
        deal_paragraphs(edits, draft, whole, rng)
    return everyone


def sites_of(draft: list[Paragraph]) -> list[tuple[int, int]]:
    return [
        (index, word)
        for index, paragraph in enumerate(draft)
        for word in range(2, len(paragraph.words) - 3, SITE_DISTANCE)
        if not paragraph.kind.startswith("heading")
    ]


def deal_shared(
    everyone: list[Edits], sites: list[tuple[int, int]], each: int, group: int, rng: random.Random, *, same: bool
) -> None:
    """Takes sites from the end of ``sites`` until everyone has ``each`` more edits, in groups drawn anew each time."""
    for _ in range(each):
        order = list(everyone)
        rng.shuffle(order)
        for start in range(0, len(order), group):
            site, shared = sites.pop(), random_edit(rng)
            for edits in order[start : start + group]:
                apply_edit(edits, site, shared if same else random_edit(rng, "replace"))


def random_edit(rng: random.Random, kind: str = "") -> tuple[int, list[str]]:
    """How many words go, and which come."""
    kind = kind or rng.choice(["replace", "replace", "insert", "insert", "delete"])
    gone = 0 if kind == "insert" else rng.choice([1, 1, 2])
    return gone, [] if kind == "delete" else invent_words(rng.choice([1, 1, 2, 3]), rng)


def apply_edit(edits: Edits, site: tuple[int, int], edit: tuple[int, list[str]]) -> None:
    paragraph, word = site
    gone, come = edit
    if gone:
        edits.deleted[paragraph][word] = gone
    if come:
        edits.inserted[paragraph][word] = come


def deal_paragraphs(edits: Edits, draft: list[Paragraph], count: int, rng: random.Random) -> None:
    """A quarter of ``count`` are deleted paragraphs, from every tenth of the draft's; the others are new ones."""
    plain = [index for index, paragraph in enumerate(draft) if not paragraph.kind.startswith("heading")]
    edits.gone_paragraphs.update(rng.sample(plain[::10], count // 4))
    for after in rng.sample(plain, count - count // 4):
        edits.new_paragraphs[after] = invent_words(rng.randint(15, 30), rng)


def edited(draft: list[Paragraph], edits: Edits) -> list[tuple[Paragraph, list[Piece]]]:
    """The draft with ``edits`` as pieces that are kept, deleted or inserted."""
    result = []
    for index, paragraph in enumerate(draft):
        if index in edits.gone_paragraphs:
            pieces = [Piece("deleted", piece.word, piece.look) for piece in pieces_of(paragraph)]
            result.append((paragraph.marked("deleted"), pieces))
        else:
            result.append((paragraph, edited_pieces(index, paragraph, edits)))
        if index in edits.new_paragraphs:
            words = tuple(edits.new_paragraphs[index])
            new = Paragraph(paragraph.kind, words, (0,) * len(words), "inserted")
            result.append((new, [Piece("inserted", word, 0) for word in words]))
    return result


def edited_pieces(index: int, paragraph: Paragraph, edits: Edits) -> list[Piece]:
    pieces, gone_until = [], 0
    for position, piece in enumerate(pieces_of(paragraph)):
        come = edits.inserted[index].get(position, []) if index in edits.inserted else []
        pieces += [Piece("inserted", word, piece.look) for word in come]
        if index in edits.deleted and position in edits.deleted[index]:
            gone_until = position + edits.deleted[index][position]
        pieces.append(Piece("deleted", piece.word, piece.look) if position < gone_until else piece)
    return pieces


def generator_hash() -> str:
    """Changes when the generator does, so that a set made by an older one is not used."""
    sources = (Path(__file__), Path(document.__file__))
    return hashlib.sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()[:8]
