"""The union of edit scripts over plain strings: laws 0 to 2 follow from these invariants, before anything is drawn."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.align import align
from pipeline.compare import compare, keep_last_mark
from pipeline.merge import merge, own_unions
from pipeline.merging.ids import Ids
from pipeline.model import Draft, Edit, Merged, Provision, Span, Story, Submission, Union
from tests.test_laws import FAMILIES

ORDER = ("Argentina", "Brazil", "Chile", "Mexico")
CODES = {"Argentina": "ARG", "Brazil": "BRA", "Chile": "CHL", "Mexico": "MEX"}
WORDS = ("shall", "may", "the", "and", "report", "migrants", "States", "rights", "free", ".")
line = st.lists(st.sampled_from(WORDS), max_size=8).map(lambda words: " ".join(words) + "\n")
texts = st.lists(line, min_size=1, max_size=5).map("".join)
families = st.lists(texts, min_size=3, max_size=5)  # the draft and two to four versions


def draft_of(text: str) -> Draft:
    provisions, at = [], 0
    for k, words in enumerate(text.split("\n")[:-1], 1):
        provisions.append(Provision(f"p{k}", str(k), "", "paragraph", "body", at, at + len(words), words))
        at += len(words) + 1
    return Draft("draft.docx", "", {"body": Story("body", "body", text)}, tuple(provisions))


def spans_of(text: str) -> tuple[Span, ...]:
    out: list[Span] = []
    for words in text.splitlines(keepends=True):
        out += [Span("text", words.rstrip("\n"))] if words.rstrip("\n") else []
        out += [Span("paragraph", "")] if words.endswith("\n") else []
    return tuple(out)


def edits_of(text: str, version: str) -> tuple[Edit, ...]:
    changes = keep_last_mark(compare(text.splitlines(True), version.splitlines(True)), text, version)
    return tuple(Edit("body", c.b0, c.b1, spans_of(version[c.v0 : c.v1])) for c in changes)


def sent(who: str, edits: tuple[Edit, ...]) -> Submission:
    return Submission(f"{who}.docx", "", tuple(who.split("+")), None, None, "en", "clean", "merged", edits=edits)


def merged(text: str, submissions: list[Submission], known: dict[str, str] | None = None) -> Merged:
    draft = draft_of(text)
    return merge(draft, submissions, align(draft, submissions, ORDER, CODES, {} if known is None else known), ORDER)


def seen(text: str, union: Union, who: str) -> str:
    """The text with the marks of one contributor accepted and all others rejected."""
    out = []
    for at in range(len(text) + 1):
        for i in union.insertions:
            if i.at == at and who in i.authors:
                out += ["\n" if s.kind == "paragraph" else s.text for s in i.spans]
        if at < len(text) and not any(d.start <= at < d.end and who in d.authors for d in union.deletions):
            out.append(text[at])
    return "".join(out)


@settings(FAMILIES, max_examples=2000 if FAMILIES.max_examples > 1000 else 400)
@given(families)
def test_everybody_finds_its_own_text(found):
    """Law 1 on strings: whoever else asked for what, accepting one contributor's marks gives its version."""
    text, *versions = found
    submissions = [sent(who, edits_of(text, v)) for who, v in zip(ORDER, versions, strict=False)]
    union = merged(text, submissions).stories.get("body", Union())
    for who, version in zip(ORDER, versions, strict=False):
        assert seen(text, union, who) == version
        alone = own_unions(draft_of(text), submissions, who, ORDER).get("body", Union())
        assert seen(text, alone, who) == version
    assert seen(text, union, "nobody") == text


@settings(FAMILIES, max_examples=400)
@given(families)
def test_deletions_never_overlap_and_name_everybody_once(found):
    """Two deletions cannot nest in Word: one mark with a joint author, in the meeting's order, is the answer."""
    text, *versions = found
    union = merged(text, [sent(w, edits_of(text, v)) for w, v in zip(ORDER, versions, strict=False)]).stories.get("body", Union())
    assert all(a.end <= b.start for a, b in zip(union.deletions, union.deletions[1:], strict=False))
    assert all(d.start < d.end and d.authors for d in union.deletions)
    assert [d.authors for d in union.deletions] == [tuple(w for w in ORDER if w in d.authors) for d in union.deletions]


@settings(FAMILIES, max_examples=200)
@given(texts, texts)
def test_the_same_text_sent_by_all_is_one_set_of_joint_marks(text, version):
    """Law 2 on strings: every mark names everybody, and nothing conflicts."""
    found = merged(text, [sent(who, edits_of(text, version)) for who in ORDER])
    union = found.stories.get("body", Union())
    assert {m.authors for m in (*union.deletions, *union.insertions)} <= {ORDER}
    assert found.conflicts == ()


@settings(FAMILIES, max_examples=200)
@given(families)
def test_the_order_of_submissions_changes_nothing(found):
    """Law 4 on strings."""
    text, *versions = found
    submissions = [sent(w, edits_of(text, v)) for w, v in zip(ORDER, versions, strict=False)]
    assert merged(text, submissions) == merged(text, submissions[::-1])


TEXT = "States shall report every year.\nReports are public and free.\nLast of all.\n"


def conflict_kinds(*versions: str) -> list[str]:
    return [c.kind for c in merged(TEXT, [sent(w, edits_of(TEXT, v)) for w, v in zip(ORDER, versions, strict=False)]).conflicts]


def test_rival_words_conflict_once():
    """Three states with two texts make one conflict of one kind."""
    should, may = TEXT.replace("shall", "should"), TEXT.replace("shall", "may")
    assert conflict_kinds(should, may, should) == ["rival replacement"]


def test_changes_in_different_places_do_not_conflict():
    """Both can be adopted."""
    assert conflict_kinds(TEXT.replace("shall", "should"), TEXT.replace("free", "online")) == []


def test_new_paragraphs_at_one_place_do_not_conflict():
    """Both can be adopted; each stands under its own name."""
    first, rest = TEXT.split("\n", 1)
    assert conflict_kinds(f"{first}\nOne more here.\n{rest}", f"{first}\nAnother matter.\n{rest}") == []


def test_a_new_paragraph_behind_the_last_is_no_split():
    """The last mark stays where it is, but nobody's paragraph is cut."""
    assert conflict_kinds(f"{TEXT}One more here.\n", TEXT.replace("Last of", "End of")) == []


def test_a_marked_split_conflicts_with_an_edit_of_its_paragraph():
    """An inserted mark alone, with no space deleted, splits as well."""
    assert conflict_kinds(TEXT.replace("public and", "public\n and"), TEXT.replace("Reports", "They")) == ["split or join against edit"]


def test_a_joint_submission_speaks_for_each_of_its_members():
    """A joint author counts for each of its members."""
    version = TEXT.replace("shall", "should")
    union = merged(TEXT, [sent("Argentina+Chile", edits_of(TEXT, version))]).stories["body"]
    assert {i.authors for i in union.insertions} == {("Argentina", "Chile")}
    assert seen(TEXT, union, "Argentina") == seen(TEXT, union, "Chile") == version


def test_a_crowded_paragraph_is_shown_as_alternatives():
    """Two texts that keep next to none of the words; the draft's words stand deleted once."""
    versions = [TEXT.replace("States shall report every year.", x) for x in ("Nothing of it stays at all.", "All is new in here, really.")]
    found = merged(TEXT, [sent(w, edits_of(TEXT, v)) for w, v in zip(ORDER, versions, strict=False)])
    assert [(c.kind, c.alternatives) for c in found.conflicts] == [("rewritten by several", True)]
    assert [i.label for i in found.stories["body"].insertions] == ["Alt. 1", "Alt. 2"]


def test_alternatives_take_no_more_words_than_a_file_changes_itself():
    """Forty paragraphs, each crowded by rivals at three places: whole, they would mark five times what a state changes (law 2)."""
    words = [f"w{k}" for k in range(30)]
    text = "".join(f"{n} {' '.join(words)}.\n" for n in range(40))
    versions = {w: text.replace("w5 ", f"a{k} ").replace("w15 ", f"b{k} ").replace("w25 ", f"c{k} ") for k, w in enumerate(ORDER)}
    found = merged(text, [sent(w, edits_of(text, v)) for w, v in versions.items()])
    whole = [c for c in found.conflicts if c.alternatives]
    assert 0 < len(whole) < 40
    union = found.stories["body"]
    for who in ORDER:
        assert seen(text, union, who) == versions[who]
        deleted = sum(len(text[d.start : d.end].split()) for d in union.deletions if who in d.authors)
        inserted = sum(len(s.text.split()) for i in union.insertions if who in i.authors for s in i.spans)
        assert deleted + inserted <= 2 * 40 * 3 * 2 + 100


def test_an_id_stays_with_the_words_that_it_was_given_for():
    """Law 5: adding a proposal of the same state, or taking one away, renames no other."""
    known: dict[str, str] = {}
    one = sent("Mexico", edits_of(TEXT, TEXT.replace("free", "online")))
    both = sent("Mexico", edits_of(TEXT, TEXT.replace("free", "online").replace("shall", "should")))
    first = [p.id for p in merged(TEXT, [one], known).proposals]
    second = [p.id for p in merged(TEXT, [both], known).proposals]
    assert first == ["MEX-01"]
    assert second == ["MEX-02", "MEX-01"]
    assert [p.id for p in merged(TEXT, [one], known).proposals] == first


def test_a_retired_id_is_never_given_again():
    """A paper that cites MEX-01 must not come to mean something else."""
    known = {"gone": "MEX-01"}
    assert Ids(CODES, known).give(("Mexico",), "p1", "amend", "other words") == "MEX-02"


def test_equal_wishes_of_one_state_are_counted_apart():
    """The same change asked for twice at one provision is two proposals."""
    ids = Ids(CODES)
    assert ids.give(("Mexico",), "p1", "insert", "+x") != ids.give(("Mexico",), "p1", "insert", "+x")
