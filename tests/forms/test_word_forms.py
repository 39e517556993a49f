"""Looks, marks, notes and boxes of .docx, .odt, .rtf, .html and .doc."""

# ruff: noqa: E501 (markup and letters in one piece are easier to read)

from __future__ import annotations

import zipfile

import pytest

from pipeline.errors import Unreadable
from pipeline.forms import as_word, office, read_blocks
from tests.forms import made
from tests.forms.made import docx, html, odt, odt_look, p, r, rtf
from tests.forms.test_forms import leaves, looks, read, texts  # noqa: F401

BOX = "<mc:AlternateContent><mc:Choice Requires='x'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>" \
      "<w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"  # fmt: skip
WANTED = {
    "heavy": ("bold",),
    "lined": ("underline",),
    "gone": ("strike",),
    "leaning": ("italic",),
    "yellow": ("highlight",),
    "both": ("bold", "underline"),
}


def looks_docx() -> bytes:
    runs = zip(WANTED, ("b", "u=single", "strike", "i", "highlight=yellow", "b u=single"), strict=True)
    return docx(p(*(r(word + " ", look) for word, look in runs), r("plain", "b=0 u=none")))


def looks_odt() -> bytes:
    values = (
        'fo:font-weight="bold"', 'style:text-underline-style="solid"', 'style:text-line-through-style="solid"', 'fo:font-style="italic"',
        'fo:background-color="#ffff00"', 'fo:font-weight="bold" style:text-underline-style="solid"',
    )  # fmt: skip
    words = "".join(f'<text:span text:style-name="{w}">{w} </text:span>' for w in WANTED)
    return odt(f"<text:p>{words}plain</text:p>", "".join(odt_look(w, v) for w, v in zip(WANTED, values, strict=True)))


def looks_html() -> bytes:
    return html(
        "<p><b>heavy</b> <u>lined</u> <del>gone</del> <i>leaning</i> <mark>yellow</mark> <span"
        " style='font-weight:bold;text-decoration:underline'>both</span> plain</p>"
    )


def looks_rtf() -> bytes:
    return rtf("\\pard {\\b heavy} {\\ul lined} {\\strike gone} {\\i leaning} {\\b\\ul both} plain\\par")


def looks_doc() -> bytes:
    words = [*WANTED, "plain"]
    at = {w: " ".join(words).index(w) for w in words}
    sprms = {"heavy": [0x0835], "lined": [0x2A3E], "gone": [0x0837], "leaning": [0x0836], "yellow": [0x2A0C]}
    return made.doc(
        " ".join(w for w in words if w != "both") + "\r", tuple((at[w], at[w] + len(w), s) for w, found in sprms.items() for s in found)
    )


@pytest.mark.parametrize(
    ("suffix", "data", "lost"),
    [
        (".docx", looks_docx(), ()),
        (".odt", looks_odt(), ()),
        (".html", looks_html(), ()),
        (".rtf", looks_rtf(), ("yellow",)),
        (".doc", looks_doc(), ("both",)),
    ],
)
def test_words_keep_their_looks(suffix, data, lost, read):  # noqa: F811
    assert looks(read(data, f"Peru{suffix}")) == {**{w: look for w, look in WANTED.items() if w not in lost}, "plain": ()}


def test_marks_of_a_docx_are_accepted_and_text_boxes_stand_once(read):  # noqa: F811
    body = p(
        r("old "),
        f'<w:ins w:id="1" w:author="A">{r("new ")}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>',
        r("end"),
    )
    box = p(f"<w:r>{BOX.format(p(r('in the box')))}</w:r>", r("beside"))
    assert texts(read(docx(body + box), "Peru.docx")) == ["old new end", "beside", "in the box"]


def test_text_hidden_by_a_style_of_a_docx_is_held(read):  # noqa: F811
    styles = '<w:style w:type="paragraph" w:styleId="S"><w:rPr><w:vanish/></w:rPr></w:style>'
    reading = read(docx(p(r("secret"), r(" matter"), properties='<w:pStyle w:val="S"/>') + p(r("open")), styles=styles), "Peru.docx")
    assert (texts(reading), reading.held) == (["open"], ("paragraph 1",))


def test_the_prompt_of_an_empty_control_is_nobodys_text(read):  # noqa: F811
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p(r('Click here'))}</w:sdtContent></w:sdt>"
    assert texts(read(docx(control + p(r("words"))), "Peru.docx")) == ["words"]


def test_an_odt_keeps_boxes_and_leaves_deletions_and_annotations_out_with_a_notice(read):  # noqa: F811
    gone = '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    box = "<text:p><draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box></draw:frame>beside</text:p>"
    note = "<text:p>one<office:annotation><dc:creator>A Person</dc:creator><text:p>remark</text:p></office:annotation> two</text:p>"
    reading = read(odt(gone + box + note), "Peru.odt")
    assert texts(reading) == ["beside", "in the box", "one two"]
    told = sorted(n.message.split(":")[0] for n in reading.notices)
    assert told == ["this file holds comments in the margin (1)", "this file holds tracked changes (1)"]


def test_lists_of_an_odt_show_their_numbers(read):  # noqa: F811
    level = '<text:list-level-style-number text:level="1" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    body = '<text:list text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item><text:list-item><text:p>two</text:p></text:list-item></text:list>'
    blocks = read(odt(body, f'<text:list-style style:name="L">{level}</text:list-style>'), "Peru.odt").blocks
    assert [(b.kind, b.list_mark, b.text) for b in blocks] == [("item", "(a)", "one"), ("item", "(b)", "two")]


def test_an_odt_that_unpacks_to_a_bomb_or_defines_entities_is_refused(read):  # noqa: F811
    with pytest.raises(Unreadable) as bomb:
        read(odt("<text:p>" + " " * 30_000_000 + "</text:p>"), "Peru.odt")
    assert bomb.value.kind in ("unsafe", "too-large")
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}
    with pytest.raises(Unreadable) as entities:
        read(made.packed(parts), "Peru.odt")
    assert entities.value.kind == "unsafe"


def test_an_encrypted_odt_is_refused(read):  # noqa: F811
    with pytest.raises(Unreadable) as refused:
        read(odt("<text:p>x</text:p>", manifest="<m><encryption-data/></m>"), "Peru.odt")
    assert refused.value.kind == "encrypted"


def test_deleted_text_of_an_rtf_is_gone_and_no_sign_is_lost(read):  # noqa: F811
    reading = read(rtf("\\pard the state\\u8217?s {\\deleted old }{\\revised new }text{\\v hid\\'e9 den \\b more}\\par"), "Peru.rtf")
    assert texts(reading) == ["the state’s new text"]
    assert len(reading.held) == 1
    assert [n.message.split(":")[0] for n in reading.notices] == ["this file holds tracked changes (2)"]


def test_scripts_of_a_page_do_nothing_and_classes_can_hide(read):  # noqa: F811
    page = html(
        "<script>document.write('run')</script><p onclick='x()'>open<img src='http://example.invalid/a.png'></p><div"
        " class='h'><p>unseen</p></div>"
        "<iframe src='file:///etc/passwd'></iframe><p hidden>no</p> tail",
        "<style>.h { display: none }</style>",
    )
    reading = read(page, "Peru.html")
    assert texts(reading) == ["open", "tail"]
    assert (len(reading.held), reading.languages) == (2, ("es",))


def test_deleted_text_and_fields_of_an_old_word_file(read):  # noqa: F811
    text = "keep gone \x13 HYPERLINK x \x14link\x15 end\r"
    assert texts(read(made.doc(text, ((5, 10, 0x0800),)), "Peru.doc")) == ["keep link end"]


def test_an_encrypted_old_word_file_asks_for_one_without_password(read):  # noqa: F811
    data = bytearray(made.whole_doc())
    at = data.index(b"\xec\xa5\xc1\x00")
    data[at + 11] |= 1
    with pytest.raises(Unreadable) as refused:
        read(bytes(data), "Peru.doc")
    assert refused.value.kind == "encrypted"


@pytest.mark.skipif(not office.installed(), reason="LibreOffice is not on this machine")
def test_libreoffice_keeps_marks_and_their_authors(tmp_path):
    source = tmp_path / "a state.rtf"
    source.write_bytes(
        rtf("{\\*\\revtbl{Unknown;}{Ana Paz;}}\\pard Kept {\\revised\\revauth1 added }{\\deleted\\revauthdel1 gone }words\\par")
    )
    with as_word(source, ".rtf") as made_file:
        assert made_file is not None
        with zipfile.ZipFile(made_file) as archive:
            assert archive.read("word/document.xml").decode().count('w:author="Ana Paz"') >= 2
        assert [b.text for b in leaves(read_blocks(made_file).blocks)] == ["Kept added words"]


def test_without_libreoffice_there_is_no_docx(tmp_path, monkeypatch):
    monkeypatch.setattr(office, "NAMES", ())
    source = tmp_path / "x.rtf"
    source.write_bytes(made.whole_rtf())
    with as_word(source, ".rtf") as made_file:
        assert made_file is None


def test_deleted_text_of_an_old_word_file_moves_nothing_of_a_comment_into_the_body(read):  # noqa: F811
    """The counts of the file's parts count deleted characters as well."""
    text = "The time frame is far too short.\r"
    gone = text.index("far "), text.index("far ") + 4, 0x0800
    reading = read(made.doc(text, (gone,), remarks="INTERNAL: not to be sent.\r"), "Peru.doc")
    assert texts(reading) == ["The time frame is too short."]
