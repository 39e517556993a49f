"""The Secretariat's own pages, as XML put into a plain document: what stands before and after the draft."""

import importlib.util
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from pipeline.config import Config
from pipeline.model import (
    NOTHING_LEFT,
    Comment,
    Conflict,
    Deletion,
    Draft,
    Edit,
    Entry,
    Insertion,
    Merged,
    Notice,
    Placement,
    Proposal,
    Provision,
    Span,
    Submission,
    Union,
)
from pipeline.placing.keys import keys_of
from pipeline.remarks import Remark
from pipeline.writers import front_kit
from pipeline.writers.front import Front, build_front

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Q = f"{{{W}}}"
MAKER = front_kit.TEMPLATE.with_name("make_template.py")


def proposal(identifier: str, *who: str, **more: Any) -> Proposal:
    place: dict[str, Any] = {"provision": "p1", "label": "II.A.1", "section": "II.A", "type": "amend"}
    facts: dict[str, Any] = {"submission": f"{who[0]}.docx", "source": "paragraph 1", **place}
    facts |= {"edits": (Edit("body", 0, 1),)}
    return Proposal(identifier, who, **{**facts, **more})


def submission(file: str, *who: str, **more: Any) -> Submission:
    facts: dict[str, Any] = {"symbol": None, "received": "2004-10-25", "language": "en", "form": "tracked"}
    return Submission(file, "ab" * 32, who, **{**facts, "status": "merged", **more})


def values() -> tuple[Draft, list[Submission], Merged, Config]:
    provisions = (Provision("p1", "II.A.1", "II.A", "paragraph", "body", 0, 17, "States shall act."),)
    general = Comment("body", 0, 0, "We welcome <the> draft & reserve our position.\nIn full.\x07", "comment 9")
    proposals = (
        proposal("MEX-07", "Mexico", conflict="C-03"),
        proposal("PER-01", "Chile", "Peru", conflict="C-03"),
        proposal("MEX-08", "Mexico", provision="", label="", type="general comment", edits=(), comment=general),
    )
    options = ((("Chile", "Peru"), "States may act."), (("Mexico",), "States must act."))
    conflict = Conflict("C-03", "p1", "II.A.1", "rival replacement", False, ("MEX-07", "PER-01"), options)
    prose = (("paragraph 4", "Uruguay recalls the Convention."),)
    received = [
        submission("Mexico.docx", "Mexico"),
        submission("Peru y Chile.docx", "Chile", "Peru"),
        submission("Jamaica.docx", "Jamaica", status="unreadable", reason="It is encrypted."),
        submission("letter.docx", "Uruguay", form="letter", prose=prose),
    ]
    merged = Merged({}, proposals, (conflict,), (Notice("no report", "", "", "No report was given."),))
    config = Config(symbol="CAJP/GT/TM-02/04", date="2004-11-18")
    return Draft("draft.docx", "0" * 64, {}, provisions), received, merged, config


@pytest.fixture(scope="module")
def front() -> Front:
    return build_front(*values())


def parsed(*blocks: str) -> Any:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{"".join(blocks)}</w:body>')


def text(*blocks: str) -> str:
    """The words, paragraph by paragraph."""
    return "\n".join("".join(paragraph.itertext()) for paragraph in parsed(*blocks).iter(Q + "p"))


def test_blocks_are_paragraphs_and_tables_with_the_prefix_w_alone(front: Front) -> None:
    """They can be put into any document that declares w:, and carry no mark, image, relationship or numbering."""
    for block in (*front.before, *front.after):
        assert "xmlns" not in block
        assert parsed(block)[0].tag in (Q + "p", Q + "tbl")
    names = {etree.QName(element).localname for element in parsed(*front.before, *front.after).iter()}
    assert not names & {"ins", "del", "moveFrom", "moveTo", "drawing", "numPr", "sectPr"}


def test_the_first_page_says_what_the_document_is(front: Front) -> None:
    """Facts of the meeting, base document, reservation of positions, and how to read the marks."""
    words = text(*front.before)
    for said in (
        "OEA/Ser.G", "CAJP/GT/TM-02/04", "18 November 2004", "Consolidated document", "draft.docx",
        "without prejudice to the position of any delegation", "Order implies no preference",
        "Accepting all marks does not give an agreed text", "“Secretariat”",
    ):  # fmt: skip
        assert said in words


def test_the_first_page_lists_every_file_and_names_the_unread_ones_loudly(front: Front) -> None:
    """Each received file has a row, and a boxed note points to the annex on files."""
    words = text(*front.before)
    assert all(s.file in words for s in values()[1])
    (note,) = [block for block in front.before if 'w:val="ConsNote"' in block]
    assert "Jamaica.docx" in text(note)
    assert "Annex V." in text(note)
    assert "Annex V – Register of submissions" in text(*front.after)


def test_rows_before_the_draft_may_break_and_those_of_annexes_may_not(front: Front) -> None:
    """LibreOffice 7.4 lost two rows, and left their page empty, where a page ended in a table of whole rows before a section's end."""
    listed = next(block for block in reversed(front.before) if block.startswith("<w:tbl>"))
    assert "w:cantSplit" not in listed
    assert any("w:cantSplit" in block for block in front.after)


def test_unreadable_files_come_first_in_the_annex_on_files(front: Front) -> None:
    """Nobody has to search for what the document does not reflect."""
    words = text(*front.after).split("– Register of submissions")[1]
    assert words.index("Jamaica.docx") < words.index("Mexico.docx")
    assert "It is encrypted." in words
    assert words.count("ab" * 32) == len(values()[1])


def test_every_proposal_id_stands_in_annex_ii_and_links_to_its_mark(front: Front) -> None:
    """A joint proposal stands under each contributor; one without a place in the draft is plain text."""
    words = text(*front.after).split("Annex II –")[1].split("Annex III –")[0]
    assert words.count("PER-01") == 2
    assert {"MEX-07", "MEX-08"} <= set(re.findall(r"[A-Z]{3}-\d\d", words))
    anchors = {link.get(Q + "anchor") for link in parsed(*front.after).iter(Q + "hyperlink")}
    assert anchors == {"P_MEX_07", "P_PER_01", "C_03", "T_C_03"}


def test_conflicts_carry_the_bookmarks_that_marks_link_to(front: Front) -> None:
    """C_03 starts and ends once, and leads to the place in the text; every link of the pages leads somewhere."""
    body = parsed(*front.before, *front.after)
    starts = [(start.get(Q + "id"), start.get(Q + "name")) for start in body.iter(Q + "bookmarkStart")]
    assert len(dict(starts)) == len(starts) == len({name for _, name in starts})
    assert sorted(end.get(Q + "id") for end in body.iter(Q + "bookmarkEnd")) == sorted(dict(starts))
    assert min(dict(starts)) == "900000"
    anchors = {link.get(Q + "anchor") for link in body.iter(Q + "hyperlink")}
    assert {a for a in anchors if not a.startswith(("P_", "T_"))} <= {name for _, name in starts}
    assert "T_C_03" in anchors
    assert "C_03" in {name for _, name in starts}


def test_alternatives_stand_beside_the_wording_of_the_draft(front: Front) -> None:
    """A column for the draft and one for each text, with its contributors; what differs is bold and underlined, or struck."""
    table = next(t for t in parsed(*front.after).iter(Q + "tbl") if t.find(f".//{Q}tblCaption").get(Q + "val") == "C-03, II.A.1")
    rows = [["".join(cell.itertext()) for cell in row.iter(Q + "tc")] for row in table.iter(Q + "tr")]
    assert rows[0] == ["Draft", "Alt. 1 (Chile, Peru)", "Alt. 2 (Mexico)"]
    assert rows[1] == ["States shall act.", "States shallmay act.", "States shallmust act."]
    styled = ((r.find(f".//{Q}rStyle"), "".join(r.itertext())) for r in table.iter(Q + "r"))
    looks = {style.get(Q + "val"): words for style, words in styled if style is not None}
    assert looks == {"ConsInserted": "must", "ConsDeleted": "shall"}


def test_a_text_that_keeps_little_of_the_draft_stands_without_struck_words() -> None:
    """Beside the draft, a struck paragraph would be read twice."""
    draft, received, merged, config = values()
    conflict = replace(merged.conflicts[0], options=((("Mexico",), "Nothing of this remains."), (("Peru",), NOTHING_LEFT)))
    after = build_front(draft, received, replace(merged, conflicts=(conflict,)), config).after
    assert "ConsDeleted" not in "".join(after)
    assert "Alt. 2 (Peru)" in text(*after)
    assert "(delete)" in text(*after)


def test_more_texts_than_a_page_is_wide_go_below() -> None:
    """Four columns at most; no text is lost."""
    draft, received, merged, config = values()
    options = tuple(((who,), f"States will act {number}.") for number, who in enumerate(("Argentina", "Brazil", "Chile", "Mexico", "Peru")))
    after = build_front(draft, received, replace(merged, conflicts=(replace(merged.conflicts[0], options=options),)), config).after
    captions = ((t, t.find(f".//{Q}tblCaption")) for t in parsed(*after).iter(Q + "tbl"))
    tables = [t for t, caption in captions if caption is not None and caption.get(Q + "val").startswith("C-03")]
    assert [len(list(t.find(Q + "tblGrid"))) for t in tables] == [4, 4]
    assert "Alt. 5 (Peru)" in text(*after)


def test_the_first_page_says_who_did_not_answer() -> None:
    """Member states that take part and sent nothing are named, in the meeting's order; not in a document on another text."""
    draft, received, merged, config = values()
    words = text(*build_front(draft, received, merged, config).before)
    assert "No submission was received from: Antigua and Barbuda; Argentina; Bahamas" in words
    assert "Mexico;" not in words.split("No submission was received from: ")[1].split("\n")[0]
    assert "Cuba" not in words
    assert "No submission was received" not in text(*build_front(draft, received, merged, config, whole=False).before)


def test_the_officers_facts_stand_on_the_first_page() -> None:
    """Working group, mandate, date of proposals, and who was late."""
    draft, received, merged, config = values()
    facts = {"working_group": "Working Group on Migrants", "mandate": "First.\nSecond.", "deadline": "2004-10-24"}
    words = text(*build_front(draft, received, merged, replace(config, **facts)).before)
    for said in ("Working Group on Migrants", "Mandate. First.\nSecond.", "was 24 October 2004", "2004-10-25 (late)"):
        assert said in words


def test_every_author_name_that_holds_a_contributor_is_told() -> None:
    """To see one delegation's proposals in Word, all its names are to be ticked: joint ones too, and those of comments."""
    draft, received, merged, config = values()
    marks = Union((Deletion(0, 1, ("Chile", "Peru")),), (Insertion(1, ("Chile", "Mexico", "Peru"), (Span("text", "x"),)),))
    words = text(*build_front(draft, received, replace(merged, stories={"body": marks}), config).after)
    told = [line for line in words.split("\n") if line.startswith("To see these proposals in Word, tick: ")]
    assert told == [
        "To see these proposals in Word, tick: Chile; Peru  |  Chile; Mexico; Peru",
        "To see these proposals in Word, tick: Mexico  |  Chile; Mexico; Peru",
        "To see these proposals in Word, tick: Chile; Peru  |  Chile; Mexico; Peru",
    ]


def test_tables_are_told_to_those_who_do_not_see_them(front: Front) -> None:
    """Every ruled table has a caption and a header row that repeats."""
    tables = [t for t in parsed(*front.before, *front.after).iter(Q + "tbl") if "ConsTable" in t.find(f".//{Q}tblStyle").get(Q + "val")]
    assert tables
    for table in tables:
        assert table.find(f".//{Q}tblCaption").get(Q + "val")
        assert table.find(Q + "tr").find(f".//{Q}tblHeader") is not None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("es", ("Nota explicativa", "18 de noviembre de 2004", "Original: español", "Anexo I – ", "sin perjuicio", "CONSEJO PERMANENTE")),
        ("fr", ("Note explicative", "18 novembre 2004", "Original : français", "Annexe I – ", "sans préjudice", "CONSEIL PERMANENT")),
        ("pt", ("Nota explicativa", "18 de novembro de 2004", "Original: português", "Anexo I – ", "sem prejuízo", "CONSELHO PERMANENTE")),
    ],
)  # fmt: skip
def test_the_pages_speak_the_language_of_the_document(language: str, said: tuple[str, ...]) -> None:
    """Boilerplate, dates, names of states, kinds and statuses; the styles carry the language."""
    draft, received, merged, config = values()
    spoken = replace(config, original_language=language).spoken(language)
    front = build_front(draft, received, merged, spoken)
    words = text(*front.before, *front.after)
    for part in said:
        assert part in words
    for english in ("Submissions", "Received", "rival replacement", "unreadable", "paragraph 4", "Proposals"):
        assert english not in words
    assert f'w:lang w:val="{front_kit.LOCALES[language]}"' in "".join(front.styles)


def test_entries_can_be_led_to_where_every_proposal_has_its_id_in_the_text() -> None:
    """labels = "all": a bookmark for each entry, once, though a joint proposal stands twice."""
    draft, received, merged, config = values()
    body = parsed(*build_front(draft, received, merged, replace(config, labels="all")).after)
    names = [start.get(Q + "name") for start in body.iter(Q + "bookmarkStart")]
    assert sorted(n for n in names if n.startswith("A_")) == ["A_MEX_07", "A_MEX_08", "A_PER_01"]


def test_what_is_tied_to_no_provision_is_told_in_full(front: Front) -> None:
    """General comments and letters have annexes with file, place and words; forbidden characters as U+FFFD."""
    words = text(*front.after).split("Annex III – General comments")[1].split("Annex V –")[0]
    assert "We welcome <the> draft & reserve our position." in words
    assert "In full.\ufffd" in words
    assert "paragraph 4\nUruguay recalls the Convention." in words


def test_styles_are_complete_and_owe_nothing_to_the_draft(front: Front) -> None:
    """Every style used is there, prefixed, and what it is based on or linked to is there as well."""
    styles = parsed(*front.styles)
    ids = {style.get(Q + "styleId") for style in styles}
    used = set(re.findall(r'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', "".join(front.before + front.after)))
    assert used == ids
    assert all(name.startswith("Cons") for name in ids)
    assert all("xmlns" not in style for style in front.styles)
    assert {child.get(Q + "val") for child in styles.iter(Q + "basedOn", Q + "link")} <= ids


def test_a_style_that_an_officer_based_on_words_own_comes_with_a_copy_named_for_us() -> None:
    """A restyled template brings "Normal" along as "ConsNormal", without editing-session ids, never as the default."""
    document = docx.Document(str(front_kit.TEMPLATE))
    style = document.styles["Consolidation Text"].element
    base = etree.SubElement(style, Q + "basedOn")
    base.set(Q + "val", "Normal")
    style.insert(1, base)
    etree.SubElement(style, Q + "rsid").set(Q + "val", "00AB12CD")
    normal, own = front_kit.styles_of(document, ['<w:pStyle w:val="ConsText"/>'])
    assert 'w:styleId="ConsNormal"' in normal
    assert "w:default" not in normal
    assert '<w:basedOn w:val="ConsNormal"/>' in own
    assert "00AB12CD" not in own


def test_the_order_of_files_changes_nothing() -> None:
    """The same values give the same strings, in whatever order they come, and however often."""
    draft, received, merged, config = values()
    shuffled = replace(merged, proposals=merged.proposals[::-1])
    assert build_front(draft, received[::-1], shuffled, config) == build_front(draft, received, merged, config)


def test_a_consolidation_without_submissions_has_its_pages_too() -> None:
    """Nothing received, nothing in conflict: the pages say so."""
    draft, _, _, config = values()
    front = build_front(draft, [], Merged({}, (), ()), config)
    assert "No conflict was found." in text(*front.after)
    assert "ConsNote" not in "".join(front.before)


# ---- what stands apart


ORGAN = "Inter-American Commission of Women"
BACKS = Remark("paragraph 2", "support", "II.A.1", "Chile supports the proposal of México.", about=("México",))


def remark(identifier: str, who: str, kind: Any, words: str, placed: Placement, **more: Any) -> Proposal:
    """What a letter says, as a proposal without an edit."""
    comment = Comment("body", 0, 17, words, "paragraph 2", "", kind, placed, more.pop("language", "en"), more.pop("translation", ""))
    place = {"source": "paragraph 2", "edits": (), "comment": comment, "type": "comment"} | more
    place |= {"placed_by": placed.by, "confidence": placed.confidence}
    if kind in ("unplaced", "report correction"):
        place |= {"provision": "", "label": "", "section": ""}
    return proposal(identifier, who, **place)


def apart() -> tuple[Draft, list[Submission], Merged, Config]:
    draft, _, _, config = values()
    near = Placement("cited", 0.0, "nothing sure", (("p1", 0.42),), "abc")
    cited = Placement("cited", 0.97, "cited as “II.A.1”")
    support = Placement("cited", 0.9, "cited as “paragraph 1”", (), keys_of(("Chile",), [BACKS])[0])
    proposals = (
        proposal("MEX-01", "Mexico"),
        remark("CHL-01", "Chile", "support", BACKS.text, support, type="support"),
        remark("PER-01", "Peru", "unplaced", "Somewhere the word “entry” is missing.", near),
        remark("PER-02", "Peru", "report correction", "Paragraph 4 of the report: read “twelve”.", near),
        remark("PER-03", "Peru", "comment", "On the Rapporteur’s report, III.2: read “may”.", cited),
        remark("CIM-01", ORGAN, "comment", "Un término queda sin definir.", cited, language="es"),
        remark("HTI-01", "Haiti", "comment", "Le délai est court.", cited, language="fr", translation="The time limit is short."),
    )
    received = [submission(f"{p.contributors[0]}.docx", *p.contributors) for p in (*proposals[:3], *proposals[5:])]
    received[1] = replace(received[1], remarks=(BACKS,))
    received += [submission("Bolivia.docx", "Bolivia", status="superseded", reason="replaced by rev. 1")]
    received += [submission("Belize.docx", "Belize", ledger=(Entry("insertion", "paragraph 9", "withdrawn", 2),))]
    return draft, received, Merged({}, proposals, ()), config


@pytest.fixture(scope="module")
def parts() -> dict[str, str]:
    """Title of the annex -> its words."""
    front = build_front(*apart())
    pieces = re.split(r"Annex [IVX]+ – (.*)\n", text(*front.after))
    return {"first": text(*front.before), **dict(zip(pieces[1::2], pieces[2::2], strict=True))}


def test_what_is_unplaced_stands_with_its_candidates_and_the_way_to_place_it(parts: dict[str, str]) -> None:
    """Contributor, file, place, words, evidence, candidates with their confidence, and where the officer corrects it."""
    for said in ("PER-01 Peru", "Peru.docx, paragraph 2", "“entry” is missing", "nothing sure", "II.A.1 (0.42)", "placements.xlsx"):
        assert said in parts["Proposals not placed"]
    assert "PER-02" not in parts["Proposals not placed"]


def test_what_concerns_the_report_stands_apart_from_proposals_on_the_draft(parts: dict[str, str]) -> None:
    """Corrections of the report and marks on it have their annex, and are in no list of proposals on the draft."""
    assert {"PER-02", "PER-03"} <= set(re.findall(r"PER-\d\d", parts["Comments on the Rapporteur’s report"]))
    assert not {"PER-02", "PER-03"} & set(re.findall(r"PER-\d\d", parts["Proposals by contributor"] + parts["How remarks were placed"]))


def test_organs_stand_in_an_annex_of_their_own_and_apart_in_the_counts(parts: dict[str, str]) -> None:
    """An organ's words are told in full there, with its capacity; the counts of states do not hold them."""
    assert f"CIM-01 {ORGAN} (organ)" in parts["Organs, organizations and civil society"]
    assert "CIM-01" not in parts["Proposals by contributor"]
    assert "member state\n6\n6\n1\n1\n1\n2\n1\n" in parts["first"]
    assert "organ\n1\n1\n0\n1\n0\n0\n0\n" in parts["first"]


def test_supporters_are_told_with_whom_they_support(parts: dict[str, str]) -> None:
    """A name in another language is the contributor's own; its proposal at that provision is named."""
    assert "CHL-01 Chile" in parts["Support"]
    assert "Mexico\nMEX-01\n" in parts["Support"]
    assert "CHL-01" not in parts["Proposals by contributor"]


def test_every_placement_has_its_evidence_and_confidence(parts: dict[str, str]) -> None:
    """Whatever stands at a provision by evidence is in the list of placements."""
    told = parts["How remarks were placed"]
    assert set(re.findall(r"[A-Z]{3}-\d\d", told)) == {"CHL-01", "CIM-01", "HTI-01"}
    assert "cited as “paragraph 1”\ncited, 0.90" in told


def test_words_of_another_language_say_so_and_a_translation_is_the_secretariats(parts: dict[str, str]) -> None:
    """The words received stay as they are; the head says that the translation is awaited."""
    words = parts["Organs, organizations and civil society"]
    assert "[Original: Spanish; translation pending] Un término queda sin definir." in words


def test_what_was_replaced_or_taken_back_is_listed(parts: dict[str, str]) -> None:
    """Whole files and parts of files, with their number."""
    told = parts["Superseded and withdrawn"]
    assert "Bolivia.docx" in told
    assert "replaced by rev. 1" in told
    assert "paragraph 9\nparts of the file, withdrawn: 2" in told


def test_the_committed_template_is_what_its_script_makes() -> None:
    """The template can be made again, and its properties name the Secretariat alone."""
    spec = importlib.util.spec_from_file_location("make_template", MAKER)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    made = io.BytesIO()
    maker.build().save(made)
    with zipfile.ZipFile(made) as new, zipfile.ZipFile(Path(front_kit.TEMPLATE)) as committed:
        for part in ("word/styles.xml", "word/document.xml", "docProps/core.xml"):
            assert new.read(part) == committed.read(part)
        assert b"<dc:creator>Secretariat</dc:creator>" in committed.read("docProps/core.xml")
