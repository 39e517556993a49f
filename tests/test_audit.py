"""The audit of the written files: it holds on a good set, and names the law, the file and the place on a broken one."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from pipeline.audit import Laws, audit, views_of
from pipeline.auditing.document import Document
from pipeline.auditing.package import UNREADABLE, Package
from pipeline.auditing.received import received
from pipeline.model import Draft
from pipeline.ooxml.blocks import region_of
from pipeline.ooxml.package import Package as Parts
from pipeline.writers.page_text import Names, body_of
from pipeline.writers.printed import printed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CODES = {"Argentina": "ARG", "Brazil": "BRA", "Mexico": "MEX"}
ORDER = ["Argentina", "Brazil", "Mexico"]
RELS = {"footnotes": "footnotes", "comments": "comments", "commentsExtended": "commentsExtended", "header1": "header"}


# ---- tiny documents ----


def p(*content: str, mark: str = "", props: str = "") -> str:
    """A paragraph of runs and marks; ``mark`` is the mark of its paragraph mark."""
    inner = props + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    return f"<w:p>{f'<w:pPr>{inner}</w:pPr>' if inner else ''}{''.join(content)}</w:p>"


def t(text: str, look: str = "", tag: str = "t") -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def ins(author: str, text: str, look: str = "") -> str:
    return f'<w:ins w:id="1" w:author="{author}">{t(text, look)}</w:ins>'


def gone(author: str, text: str, look: str = "") -> str:
    return f'<w:del w:id="1" w:author="{author}">{t(text, look, "delText")}</w:del>'


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def region(*blocks: str, before: str = "", after: str = "") -> str:
    start, end = '<w:bookmarkStart w:id="9" w:name="draft_text"/>', '<w:bookmarkEnd w:id="9"/>'
    return before + start + "".join(blocks) + end + after


def docx(path: Path, body: str, **parts: str) -> None:
    """Parts: footnotes, comments, commentsExtended, header1 as content; core, settings as whole parts.

    The entries bear no date of now: a file that is written twice has one hash.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    found = {f"rId{i}": (RELS[name], f"{name}.xml") for i, name in enumerate(parts) if name in RELS}
    entries = {
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(found),
        **dict(whole_part(name, content) for name, content in parts.items()),
    }
    with zipfile.ZipFile(path, "w") as z:
        for name, text in entries.items():
            z.writestr(zipfile.ZipInfo(name), text)


def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as z:
        return {name: z.read(name) for name in z.namelist()}


def for_print(path: Path) -> bytes:
    parts = parts_of(path)
    main = parts["word/document.xml"].decode()
    return printed(Parts(parts), main, region_of(main), CODES, "", {})


def as_page(path: Path) -> str:
    """What a reading page must hold of it."""
    parts = parts_of(path)
    region = region_of(parts["word/document.xml"].decode())
    body = body_of(Parts(parts), region, Draft("draft-program.docx", "", (), (), {}), Names(CODES, {}), {})
    return f'<html><body><main>{body.text}{body.notes}<i id="C_01"></i><i id="P_ARG_01"></i><i id="P_BRA_01"></i></main></body></html>'


def whole_part(name: str, content: str) -> tuple[str, str]:
    if name == "core":
        space = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        return "docProps/core.xml", f"<coreProperties {space}><dc:creator>{content}</dc:creator></coreProperties>"
    if name == "commentsExtended":
        space = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
        return "word/commentsExtended.xml", f"<w15:commentsEx {space}>{content}</w15:commentsEx>"
    return f"word/{name}.xml", part({"header1": "hdr"}.get(name, name), content)


def part(root: str, content: str) -> str:
    more = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}" {more}>{content}</w:{root}>'


def relations(found: dict[str, tuple[str, str]]) -> str:
    each = (f'<Relationship Id="{i}" Type="{R}/{kind}" Target="{target}"/>' for i, (kind, target) in found.items())
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def comment(author: str, text: str, para: str = "00000001") -> str:
    return f'<w:comment w:id="0" w:author="{author}"><w:p w14:paraId="{para}">{t(text)}</w:p></w:comment>'


def xlsx(path: Path, *texts: str) -> None:
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    with zipfile.ZipFile(path, "w") as z:
        z.writestr("xl/sharedStrings.xml", f'<sst xmlns="{SHEET}">{strings}</sst>')


# ---- a set of inputs and outputs on which every law holds ----

DRAFT = (p(t("Member States should protect migrants."), note(2)), p(t("Second paragraph.")))
FOOTNOTES = f'<w:footnote w:id="2">{p(t("A note."))}</w:footnote>'
ARGENTINA = (
    p(t("Member States "), gone("Ana Gómez", "should"), ins("Ana Gómez", "shall"), t(" protect migrants."), note(2)),
    p(t("Second paragraph.")),
)
BRAZIL = (p(t("Member States may protect migrants."), note(2)), p(t("Second paragraph.")), p(t("Third, by Brazil.")))
LABEL = ins("Secretariat", "[Brazil:] ")
BOOKMARK = '<w:bookmarkStart w:id="20" w:name="P_ARG_01"/><w:bookmarkEnd w:id="20"/>'
RIVALS = (gone("Argentina; Brazil", "should"), BOOKMARK, ins("Argentina", "shall"), LABEL, ins("Brazil", "may"))
FIRST = p(t("Member States "), *RIVALS, t(" protect migrants."), note(2))
SECOND = p(t("Second paragraph."), mark='<w:ins w:id="3" w:author="Brazil"/>')
THIRD = p(ins("Brazil", "Third, by Brazil."))
QUESTION = "Please clarify this term."
ANNEX = p(t("Argentina.docx Brazil.docx BRA-01 C-01"))


@dataclass
class Case:
    """What is written to the two folders; a test changes one thing."""

    folder: Path
    draft: str = "".join(DRAFT)
    argentina: str = "".join(ARGENTINA)
    brazil: str = "".join(BRAZIL)
    consolidated: str = region(FIRST, SECOND, THIRD, after=ANNEX)
    own: str = "".join(ARGENTINA).replace("Ana Gómez", "Argentina")
    cells: tuple[str, ...] = ("ARG-01", "BRA-01", "C-01", "Argentina.docx", "Brazil.docx", QUESTION)
    marks: int = 2
    sent: dict[str, str] = field(default_factory=lambda: {"comments": comment("Ana Gómez", QUESTION)})
    result: dict[str, str] = field(default_factory=lambda: {"comments": comment("Argentina", QUESTION)})
    brazil_sent: dict[str, str] = field(default_factory=dict)
    states: tuple[str, ...] = ("comment",)
    status: str = "merged"

    @property
    def inputs(self) -> Path:
        return self.folder / "inputs"

    @property
    def outputs(self) -> Path:
        return self.folder / "outputs"

    def write(self) -> None:
        notes = {"footnotes": FOOTNOTES}
        docx(self.inputs / "draft-program.docx", self.draft, **notes)
        docx(self.inputs / "submissions" / "Argentina.docx", self.argentina, core="Ana Gómez", **notes, **self.sent)
        docx(self.inputs / "submissions" / "Brazil.docx", self.brazil, **notes, **self.brazil_sent)
        docx(self.outputs / "consolidated.docx", self.consolidated, **notes, **self.result)
        (self.outputs / "consolidated-print.docx").write_bytes(for_print(self.outputs / "consolidated.docx"))
        (self.outputs / "consolidated.html").write_text(as_page(self.outputs / "consolidated.docx"), "utf-8")
        docx(self.outputs / "by-contributor" / "Argentina.docx", self.own, **notes)
        xlsx(self.outputs / "comparison.xlsx", *self.cells)
        (self.outputs / "report.json").write_text(json.dumps(self.report()), "utf-8")

    def report(self) -> dict[str, Any]:
        ledger = [entry("mark", "merged", self.marks), *(entry("comment", state) for state in self.states)]
        submissions = [submission("Argentina", self.status, "tracked"), submission("Brazil", "merged", "clean")]
        ids = [{"id": "ARG-01"}, {"id": "BRA-01"}]
        return {
            "draft": {"file": "draft-program.docx"}, "submissions": submissions, "proposals": ids,
            "conflicts": [{"id": "C-01"}], "ledger": ledger, "meeting_order": ORDER,
        }  # fmt: skip

    def laws(self, memo: dict[str, Any] | None = None) -> Laws:
        self.write()
        return audit(self.inputs, self.outputs, self.report(), CODES, memo=memo)


def entry(kind: str, state: str, count: int = 1) -> dict[str, Any]:
    return {"file": "Argentina.docx", "kind": kind, "place": "paragraph 1", "state": state, "count": count}


def submission(contributor: str, status: str, form: str) -> dict[str, Any]:
    found = {"file": f"{contributor}.docx", "contributors": [contributor], "form": form}
    return {**found, "status": status, "proposals": 1}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return Case(tmp_path)


def told(laws: Laws, law: int, *words: str) -> bool:
    """Whether one problem names the law and all these words, and no problem names another law; print shows what the marks do."""
    assert all(problem.startswith((f"law {law}: ", "print edition: ", "reading page: ")) for problem in laws.problems), laws.problems
    return any(all(word in problem for word in words) for problem in laws.problems)


# ---- all laws hold ----


def test_a_good_set_breaks_no_law(case: Case) -> None:
    """Where every law holds, the audit says so and tells nothing else."""
    laws = case.laws()
    assert laws.problems == []
    assert laws.as_json()["own_view"] == {"Argentina": True, "Brazil": True}
    assert laws.completeness == {"in": 3, "out": 3}
    assert (laws.stops, laws.broken_views, laws.determinism) == (False, (), None)
    assert laws.by_contributor == {"Argentina.docx": True}


def test_a_memo_kept_as_json_gives_the_same_verdict(case: Case) -> None:
    """What is known of received files by their hash may be kept between runs, and warmed by another process."""
    memo: dict[str, Any] = {}
    first = case.laws(memo)
    kept = json.loads(json.dumps(memo))
    assert case.laws(kept) == first
    warmed = views_of(sorted((case.inputs / "submissions").glob("*.docx")))
    assert warmed.items() <= memo.items()


def test_several_processes_give_the_same_verdict(case: Case) -> None:
    """Files and laws may be looked at side by side."""
    alone = case.laws()
    assert audit(case.inputs, case.outputs, case.report(), CODES, processes=2) == alone


def test_a_draft_with_marks_is_taken_as_accepted(case: Case) -> None:
    """B is the draft with its own marks accepted."""
    marked = t("Second ") + ins("Someone", "paragraph.") + gone("Someone", "!")
    case.draft = case.draft.replace(t("Second paragraph."), marked)
    assert case.laws().problems == []


def test_hidden_text_counts_on_no_side_of_an_own_view(case: Case) -> None:
    """Hidden text of a submission is left out of both sides of law 1."""
    case.argentina = case.argentina.replace(t("Second"), t("our secret red line", "<w:vanish/>") + t("Second"))
    assert case.laws().problems == []


# ---- law 0 ----


def test_changed_text_of_the_draft_breaks_law_0(case: Case) -> None:
    """A word that is lost outside of any mark is found, with its place."""
    case.consolidated = case.consolidated.replace("protect migrants", "protect people")
    laws = case.laws()
    assert not laws.reject_all
    assert laws.stops
    assert any("law 0" in p and "paragraph 1" in p and "people" in p for p in laws.problems)


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        (t("Second paragraph."), t("Second paragraph.", "<w:b/>"), "formatting"),
        ('<w:p><w:pPr><w:rPr><w:ins w:id="3"', '<w:p><w:pPr><w:pStyle w:val="X"/><w:rPr><w:ins w:id="3"', ""),
        ("<w:p><w:ins", '<w:p><w:pPr><w:pStyle w:val="X"/></w:pPr><w:ins', "style"),
        ("<w:p><w:ins", '<w:p><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr><w:ins', "list"),
    ],
)
def test_the_look_of_the_draft_belongs_to_law_0(case: Case, old: str, new: str, named: str) -> None:
    """Emphasis, style and numbering of what stays are the draft's; what stands on an inserted mark goes with it."""
    case.consolidated = case.consolidated.replace(old, new)
    laws = case.laws()
    assert told(laws, 0, named) if named else laws.problems == []


def test_a_change_of_properties_is_undone_on_reject(case: Case) -> None:
    """w:pPrChange restores what the draft had."""
    change = '<w:pPrChange w:id="5" w:author="Brazil"><w:pPr/></w:pPrChange>'
    styled = f'<w:p><w:pPr><w:pStyle w:val="X"/>{change}</w:pPr><w:ins'
    case.consolidated = case.consolidated.replace("<w:p><w:ins", styled)
    assert case.laws().problems == []


def test_a_changed_field_breaks_law_0(case: Case) -> None:
    """Fields' instructions are compared; one that calls out may have become QUOTE."""
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for name in ("draft", "consolidated"):
        setattr(case, name, getattr(case, name).replace(t("Second paragraph."), t("Second paragraph.") + page))
    case.consolidated = case.consolidated.replace(" PAGE ", " NUMPAGES ")
    assert told(case.laws(), 0, "field", "NUMPAGES")


def test_a_field_that_calls_out_may_have_become_quote(case: Case) -> None:
    """What was made harmless is still the draft (design.md section 7)."""
    field_of = '<w:fldSimple w:instr=" {} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for name in ("draft", "argentina", "brazil", "own", "consolidated"):
        instruction = "QUOTE" if name in ("own", "consolidated") else "INCLUDETEXT secret.doc"
        new = t("Second paragraph.") + field_of.format(instruction)
        setattr(case, name, getattr(case, name).replace(t("Second paragraph."), new))
    assert case.laws().problems == []


def test_a_mark_outside_the_draft_text_breaks_law_0(case: Case) -> None:
    """Front matter and annexes carry no marks."""
    case.consolidated += p(ins("Brazil", "beyond"))
    assert told(case.laws(), 0, "outside draft_text", "Brazil")


def test_a_region_that_does_not_end_in_the_body_cannot_be_judged(case: Case) -> None:
    """Without both ends of draft_text, laws 0 to 2 count as broken."""
    case.consolidated = case.consolidated.replace('<w:bookmarkEnd w:id="9"/>', "")
    laws = case.laws()
    assert laws.stops
    assert set(laws.broken_views) == {"Argentina", "Brazil"}


# ---- law 1 ----


def test_a_lost_proposal_breaks_the_own_view(case: Case) -> None:
    """The contributor, its file and the place are named, with what is shown and what was sent."""
    case.consolidated = case.consolidated.replace(ins("Brazil", "may"), "")
    laws = case.laws()
    assert laws.broken_views == ("Brazil",)
    assert told(laws, 1, "Brazil.docx", "paragraph 1", "may")
    assert not laws.stops


def test_a_contributors_own_file_accepts_to_what_was_sent(case: Case) -> None:
    """by-contributor/ is held against draft and submission alike."""
    case.own = case.own.replace("shall", "must")
    assert told(case.laws(), 1, "by-contributor/Argentina.docx", "accepting all")
    case.own = case.own.replace("Second", "2nd")
    assert told(case.laws(), 1, "by-contributor/Argentina.docx", "rejecting all")


def test_iso_codes_count_as_authors(case: Case) -> None:
    """Where names are too long for an author, codes stand for them."""
    case.consolidated = case.consolidated.replace('w:author="Argentina; Brazil"', 'w:author="ARG; BRA"')
    assert case.laws().problems == []


def test_a_rebased_submission_shows_all_that_it_inserts(case: Case) -> None:
    """A file made on another version has no own view; its insertions must still stand somewhere."""
    case.status = "rebased"
    case.argentina = case.argentina.replace("Second", "Older").replace(">shall<", ">shall in every case<")
    laws = case.laws()
    assert laws.own_view["Argentina"] is False
    assert told(laws, 1, "shall in every case")


# ---- law 2 ----


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('w:author="Argentina; Brazil"', 'w:author="Brazil; Argentina"', "meeting's order"),
        ('w:author="Secretariat"', 'w:author="Someone"', "no contributor"),
        (LABEL, "", "glued"),
        (t("Second paragraph."), t("Second ") + gone("Secretariat", "") + t("paragraph."), "only inserts"),
    ],
)
def test_attribution_is_exact(case: Case, old: str, new: str, named: str) -> None:
    """Authors are contributors in the meeting's order; rivals are apart; the Secretariat takes nothing away."""
    case.consolidated = case.consolidated.replace(old, new)
    laws = case.laws()
    assert not laws.attribution
    assert laws.stops
    assert any(problem.startswith("law 2: ") and named in problem for problem in laws.problems), laws.problems


def test_whole_paragraphs_are_not_replaced_for_a_word(case: Case) -> None:
    """Marks are minimal, with room for alternatives."""
    words = "word " * 300
    case.draft = case.draft.replace("Second paragraph.", words)
    case.argentina = case.argentina.replace("Second paragraph.", words)
    case.brazil = case.brazil.replace("Second paragraph.", words)
    case.own = case.own.replace("Second paragraph.", words)
    rewritten = gone("Argentina", words) + ins("Argentina", words)
    case.consolidated = case.consolidated.replace(t("Second paragraph."), rewritten)
    assert told(case.laws(), 2, "Argentina", "words are marked")


def test_a_comment_stands_under_its_own_contributor(case: Case) -> None:
    """A comment that Argentina sent is not shown as Brazil's."""
    case.result["comments"] = comment("Brazil", "Please clarify this term.")
    assert told(case.laws(), 2, "Argentina.docx", "stands under 'Brazil'")


def test_two_may_send_the_same_comment(case: Case) -> None:
    """Argentina's hangs on nothing and stands in an annex; the words that stand under Brazil are Brazil's own."""
    case.result["comments"] = comment("Brazil", QUESTION)
    case.brazil_sent = {"comments": comment("João Silva", QUESTION)}
    assert not [problem for problem in case.laws().problems if problem.startswith("law 2")]


# ---- law 3 ----


def test_marks_are_counted_anew(case: Case) -> None:
    """Runs of one kind and author are one mark, bookmarks between them notwithstanding; the ledger must agree."""
    split = ins("Ana Gómez", "sh") + '<w:bookmarkStart w:id="7" w:name="x"/>' + ins("Ana Gómez", "all")
    case.argentina = case.argentina.replace(ins("Ana Gómez", "shall"), split)
    assert case.laws().completeness == {"in": 3, "out": 3}
    case.marks = 1
    laws = case.laws()
    assert laws.completeness == {"in": 3, "out": 2}
    assert told(laws, 3, "Argentina.docx")


def test_a_lost_comment_breaks_law_3(case: Case) -> None:
    """Every comment that is not held stands in both outputs."""
    case.cells = case.cells[:-1]
    assert told(case.laws(), 3, "Argentina.docx", "Please clarify", "comparison.xlsx")
    case.result = {}
    assert told(case.laws(), 3, "consolidated.docx and comparison.xlsx")


def test_every_received_file_is_listed_and_named(case: Case) -> None:
    """A file that the report forgets is found; Word's lock files are none."""
    case.write()
    (case.inputs / "submissions" / "Peru.doc").write_text("x")
    (case.inputs / "submissions" / "~$Peru.doc").write_text("x")
    assert told(case.laws(), 3, "Peru.doc", "does not list it")


@pytest.mark.parametrize("far", ["", "words " * 10_000])
@pytest.mark.parametrize("lost", ["", "Argentina.docx", "Brazil.docx"])
def test_every_received_file_is_named_wherever_that_stands(case: Case, lost: str, far: str) -> None:
    """Side by side or far apart, in whatever order; one that is not there is found."""
    named = [name for name in ("Brazil.docx", "Argentina.docx") if name != lost]
    case.cells = (*case.cells[:3], named[0], far, *named[1:], far, QUESTION)
    assert told(case.laws(), 3, f"{lost} is not named in comparison.xlsx") if lost else not case.laws().problems


# ---- law 5 ----


def test_ids_stand_in_both_outputs(case: Case) -> None:
    """A proposal's bookmark and its row are both there, and no bookmark is left over."""
    case.cells = case.cells[1:]
    case.consolidated = case.consolidated.replace("P_ARG_01", "P_ARG_07")
    laws = case.laws()
    assert not laws.same_ids
    assert told(laws, 5, "ARG-01", "comparison.xlsx")
    assert told(laws, 5, "ARG-07")


# ---- law 6 ----


@pytest.mark.parametrize("place", ["report", "cell", "property", "escaped"])
def test_a_personal_name_leaks_nowhere(case: Case, place: str) -> None:
    """Names from marks, comments and properties are looked for in every file, and never repeated in the account."""
    if place == "cell":
        case.cells += ("sent by Ana Gómez",)
    if place == "property":
        case.result["core"] = "Ana Gómez"
    case.write()
    if place in ("report", "escaped"):
        text = json.dumps({"by": "Ana Gómez"}, ensure_ascii=place == "escaped")
        (case.outputs / "stages").mkdir()
        (case.outputs / "stages" / "merge.json").write_text(text, "utf-8")
    laws = case.laws()
    assert len(laws.leaks) == 1
    assert laws.stops
    assert told(laws, 6, "a personal name", "Argentina.docx")
    assert "Gómez" not in json.dumps(laws.as_json(), ensure_ascii=False)


@pytest.mark.parametrize("style", ["ConsText", "ConsHeading"])
def test_the_secretariats_own_words_are_neutral(case: Case, style: str) -> None:
    """A word of majority in the Secretariat's explanations breaks law 7, as a notice: it stops nothing."""
    look = f'<w:pStyle w:val="{style}"/>'
    case.consolidated = region(FIRST, SECOND, THIRD, before=p(t("Most delegations agree."), props=look), after=ANNEX)
    laws = case.laws()
    assert told(laws, 7, "'Most delegations'", "consolidated.docx")
    assert not laws.stops


def test_a_label_of_the_secretariat_is_neutral(case: Case) -> None:
    """Labels are its own words as well."""
    case.consolidated = case.consolidated.replace(LABEL, LABEL + ins("Secretariat", "[majority] "))
    assert told(case.laws(), 7, "'majority'")


@pytest.mark.parametrize("words", ["Quoted: “the majority”.", "Majority Watch"])
def test_what_others_wrote_is_theirs(case: Case, words: str) -> None:
    """Quotations, titles and cells are not the Secretariat's words."""
    look = f'<w:pStyle w:val="{"ConsText" if "“" in words else "ConsCell"}"/>'
    case.consolidated = region(FIRST, SECOND, THIRD, before=p(t(words), props=look), after=ANNEX)
    assert case.laws().problems == []


def test_a_name_that_the_text_itself_says_is_no_leak(case: Case) -> None:
    """What a submission says in so many words is its proposal."""
    for name in ("draft", "argentina", "brazil", "own", "consolidated"):
        setattr(case, name, getattr(case, name).replace("Second paragraph.", "Second paragraph by Ana Gómez."))
    assert case.laws().problems == []


def test_hidden_and_withdrawn_text_leaks_nowhere(case: Case) -> None:
    """Hidden text, and text inserted and deleted again, stand in no output."""
    withdrawn = f'<w:ins w:id="1" w:author="Ana Gómez">{gone("Ana Gómez", "never to be shown")}</w:ins>'
    hidden = t("our secret red line", "<w:vanish/>")
    case.argentina = case.argentina.replace(t("Second paragraph."), t("Second paragraph.") + withdrawn + hidden)
    case.cells += ("our secret red line", "never to be shown")
    laws = case.laws()
    assert len(laws.leaks) == 2
    assert all("hidden or withdrawn text" in leak and "comparison.xlsx" in leak for leak in laws.leaks)


@pytest.mark.parametrize("how", ["resolved", "mention", "prefix"])
def test_an_internal_comment_is_held(case: Case, how: str) -> None:
    """Resolved comments, mentions and INTERNAL ones are counted, and quoted nowhere."""
    text = {"mention": "@Luis what do we say", "prefix": "INTERNAL we can give in"}.get(how, "we can give in here")
    case.sent = {"comments": comment("Ana Gómez", text)}
    if how == "resolved":
        case.sent["commentsExtended"] = '<w15:commentEx w15:paraId="00000001" w15:done="1"/>'
    case.states, case.result = ("held",), {}
    assert case.laws().problems == []
    case.cells += (text,)
    laws = case.laws()
    assert told(laws, 6, "a held comment", "comparison.xlsx")
    assert text not in json.dumps(laws.as_json())


def test_a_revision_save_id_leaks_nowhere(case: Case) -> None:
    """A submission's rsid would tell which files one person edited; the draft's own may stay."""
    case.argentina = case.argentina.replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
    case.consolidated = case.consolidated.replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
    assert told(case.laws(), 6, "revision-save id", "consolidated.docx")
    case.draft = case.draft.replace("<w:p>", '<w:p w:rsidR="00AB12CD">')
    assert case.laws().problems == []


def test_names_and_places_are_looked_for_in_all_words(tmp_path: Path) -> None:
    """A paragraph whose words look like an author's or a place's is not put aside before people and places are looked for."""
    said = 'author="Agnes Observer"', 'descr="C:\\Observer\\note.docx"'
    docx(tmp_path / "x.docx", "".join(p(t(words)) for words in (*said, "Others")))
    facts = received(tmp_path / "x.docx", {})
    assert facts is not None
    assert (facts["people"], facts["places"]) == (["Agnes Observer"], ["C:\\Observer\\note.docx"])


def test_paragraphs_that_are_put_aside_read_the_same() -> None:
    """A file read with its plain paragraphs recognised by their bytes gives the views that its tree gives."""
    received = sorted((Path(__file__).parents[1] / "inputs").rglob("*.docx"))
    for path in (p for p in received if zipfile.is_zipfile(p)):
        whole, brief = Document(Package(path)), Document(Package(path, brief=True))
        assert brief.package.known, path.name
        for accepted in (whole.all_accepted, whole.everyone, frozenset()):
            assert brief.view(accepted) == whole.view(accepted), path.name


@pytest.mark.parametrize("place", ["beginning", "end"])
def test_a_damaged_part_is_not_read(place: str, tmp_path: Path) -> None:
    """Neither what does not inflate nor what inflates to something else than its check sum tells."""
    with zipfile.ZipFile(tmp_path / "x.docx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.xml", "words that are packed " * 9 + "and others that are not")
    data = bytearray((tmp_path / "x.docx").read_bytes())
    begin, end = 30 + len("a.xml"), data.index(b"PK\x01\x02")
    data[begin if place == "beginning" else end - 5] ^= 0x55
    (tmp_path / "x.docx").write_bytes(data)
    with pytest.raises(UNREADABLE):
        Package(tmp_path / "x.docx").part("a.xml")
