"""Encodings and margins of .txt, pages of .pdf, and what of a mail is the writer's own."""

# ruff: noqa: E501 (markup and letters in one piece are easier to read)

from __future__ import annotations

import io

import pypdf
import pytest

from pipeline.errors import Unreadable
from tests.forms import made
from tests.forms.test_forms import read, texts  # noqa: F401

HEAD = "From: A Person <a.person@office.example>\r\nTo: b@office.example\r\nSubject: Comments\r\nDate: {}\r\nMIME-Version: 1.0\r\n"
DATE = "Thu, 18 Nov 2004 23:30:00 -0500"


def mail(body: str, kind: str = "text/plain") -> bytes:
    return (HEAD.format(DATE) + f"Content-Type: {kind}; charset=utf-8\r\n\r\n{body}").encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_text_is_read_in_any_encoding(encoding, read):  # noqa: F811
    assert texts(read(f"{made.FIRST}\n\n{made.SECOND}".encode(encoding), "Peru.txt")) == [made.FIRST, made.SECOND]


def test_lines_broken_at_a_margin_are_one_paragraph_and_own_lines_stay(read):  # noqa: F811
    text = "Mission of Peru\nNote 5\n\nThe delegation thanks all who took part in the last meet-\ning and asks that the papers be sent out in good time so\nthat they can be read.\n1. First point\n2. Second point\n"
    assert texts(read(text.encode(), "Peru.txt")) == [
        "Mission of Peru", "Note 5",
        "The delegation thanks all who took part in the last meeting and asks that the papers be sent out in good time so that they"
        " can be read.",
        "First point", "Second point",
    ]  # fmt: skip


def test_lines_of_a_pdf_are_paragraphs_again_with_their_pages(read):  # noqa: F811
    page = [("- 1 -", 300, 760), ("The delegation asks that the list of posts be kept"
                                  " in a regis-", 72, 700), ("ter that is open to all who wish to read it and that every", 72, 687),
            ("year it is sent out.", 72, 674), ("A second paragraph begins here and goes on over the end of the", 72, 650)]  # fmt: skip
    reading = read(made.pdf([page, [("page and ends there.", 72, 720), ("*Bold words", 72, 690)]]), "Peru.pdf")
    assert [(b.place, b.text) for b in reading.blocks] == [
        (
            "page 1, paragraph 1",
            "The delegation asks that the list of posts be kept in a register that is open to all who wish to read it and that every"
            " year it is sent out.",
        ),
        ("page 1, paragraph 2", "A second paragraph begins here and goes on over the end of the page and ends there."),
        ("page 2, paragraph 2", "Bold words"),
    ]
    assert reading.blocks[2].pieces[0].emphasis == ("bold",)
    assert [s.kind for s in reading.set_aside] == ["running title"]


def test_a_scan_asks_for_the_word_file(read):  # noqa: F811
    with pytest.raises(Unreadable, match="a scan without text"):
        read(made.pdf([[], []]), "Peru.pdf")


def test_a_pdf_with_a_password_is_refused(read):  # noqa: F811
    writer, out = pypdf.PdfWriter(io.BytesIO(made.whole_pdf())), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(out)
    with pytest.raises(Unreadable) as refused:
        read(out.getvalue(), "Peru.pdf")
    assert refused.value.kind == "encrypted"


def test_a_mail_gives_its_words_its_day_and_no_header(read):  # noqa: F811
    reading = read(made.whole_eml(), "Peru.eml")
    assert reading.sent == "2004-11-18"
    assert "office.example" not in repr(reading)
    assert "A Person" not in repr(reading)


def test_quoted_mail_signatures_and_disclaimers_are_set_aside(read):  # noqa: F811
    body = (
        "Dear Chair,\n\nPlease delete paragraph 4.\n\n> what they wrote\n\nThis message is intended only for its recipient.\n\n--\nA"
        " Person\n\n"
        "On 3 November 2004, Other Person wrote:\n\nFrom: Other <o@office.example>\n\nearlier words"
    )
    reading = read(mail(body), "Peru.eml")
    assert texts(reading) == ["Dear Chair,", "Please delete paragraph 4."]
    assert [s.kind for s in reading.set_aside] == ["quoted mail", "disclaimer", "signature", "signature", *["quoted mail"] * 3]


def test_addresses_in_the_text_of_a_mail_are_masked(read):  # noqa: F811
    reading = read(mail("Write to ana.paz@office.example for the list of posts that we propose to add."), "Peru.eml")
    assert "office.example" not in repr(reading)
    assert [n.kind for n in reading.notices] == ["masked"]


def test_a_mail_in_html_is_read_like_a_page(read):  # noqa: F811
    reading = read(mail("<p>Delete <b>this</b>.</p><p style='display:none'>no</p>", "text/html"), "Peru.eml")
    assert (texts(reading), len(reading.held)) == (["Delete this."], 1)


def test_attachments_are_handed_back_by_their_last_name(read):  # noqa: F811
    body = (
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: multipart/alternative;'
        ' boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nSee the file.\r\n'
        "--c\r\nContent-Type: text/html\r\n\r\n<p>See the file.</p>\r\n--c--\r\n--b\r\nContent-Type: application/octet-stream\r\n"
        'Content-Disposition: attachment; filename="../../etc/Peru.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\nUEsDBA==\r\n'
        "--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: inner\r\n\r\nInner words\r\n--b--\r\n"
    )
    reading = read((HEAD.format(DATE) + body).encode(), "Peru.eml")
    assert texts(reading) == ["See the file."]
    assert [(a.name, a.data[:4]) for a in reading.attachments] == [("Peru.docx", b"PK\x03\x04"), ("mail-1.eml", b"Subj")]


def test_encrypted_mail_is_refused(read):  # noqa: F811
    with pytest.raises(Unreadable) as refused:
        read((HEAD.format(DATE) + "Content-Type: multipart/encrypted; boundary=b\r\n\r\n--b--\r\n").encode(), "Peru.eml")
    assert refused.value.kind == "encrypted"
