"""What replaces, adds to, corrects or takes back what; who speaks in which capacity; what cannot be read."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.letters.withdrawn import withdraws_all
from pipeline.model import Edit, Span
from pipeline.register import load_register
from pipeline.settled import path_of, revision, touches
from tests.forms.made import compound
from tests.laws import run
from tests.meetings import words_of
from tests.notation import document, shown
from tests.versions import settled as accepted
from tests.word import package

DRAFT = """# Principles
1. The register shall list each office once.
1. Each office should report to the council every spring.
1. The fund may lend two boats to a port.
1. Every port shall keep a lamp burning at night."""
FIRST, SECOND, THIRD, FOURTH = DRAFT.split("\n")[1:]


@dataclass
class Meeting:
    """An inputs folder in the making, and what came of it."""

    inputs: Path
    outputs: Path

    def sends(self, name: str, change: tuple[str, str] | None = None, clean: bool = False, *, data: bytes = b"") -> None:
        """A file with one line of the draft put in another way, or with these bytes."""
        path = self.inputs / "submissions" / name
        if not data:
            sent = document(DRAFT.replace(*change) if change else DRAFT)
            data = package(accepted(sent, True) if clean else sent)
        path.write_bytes(data)

    def says(self, name: str, *words: str) -> None:
        self.sends(name, data="\n\n".join(words).encode())

    def settings(self, text: str) -> None:
        (self.inputs / "consolidation.toml").write_text(text, encoding="utf-8")

    def run(self) -> dict[str, Any]:
        code, report, _ = run(self.inputs, self.outputs)
        assert code == 0
        assert report["laws"]["problems"] == []
        return report

    @property
    def text(self) -> str:
        return shown(self.outputs / "consolidated.docx")


@pytest.fixture
def meeting(tmp_path: Path) -> Meeting:
    (tmp_path / "inputs" / "submissions").mkdir(parents=True)
    (tmp_path / "inputs" / "draft-program.docx").write_bytes(package(document(DRAFT)))
    return Meeting(tmp_path / "inputs", tmp_path / "outputs")


def statuses(report: dict[str, Any]) -> dict[str, str]:
    return {s["file"]: s["status"] for s in report["submissions"]}


def kinds(report: dict[str, Any], file: str) -> list[str]:
    return [x["kind"] for x in report["notices"] if x["file"] == file]


def fates(report: dict[str, Any], file: str) -> set[str]:
    return {e["state"] for e in report["ledger"] if e["file"] == file}


# ---- revisions


def test_a_revision_replaces_the_text_and_the_lower_revision(meeting):
    """The highest stands, the others are kept in the register."""
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru rev. 1.docx", ("once", "{-once-}{+thrice+}"))
    meeting.sends("Peru rev. 2.docx", ("spring", "{-spring-}{+autumn+}"))
    report = meeting.run()
    assert statuses(report) == {"Peru.docx": "superseded", "Peru rev. 1.docx": "superseded", "Peru rev. 2.docx": "merged"}
    assert "twice" not in meeting.text
    assert "{-spring|Peru-}{+autumn|Peru+}" in meeting.text
    assert next(s["reason"] for s in report["submissions"] if s["file"] == "Peru.docx") == "replaced by rev. 2"


def test_an_addition_adds_and_stacks(meeting):
    """add. stands beside the text; rev. 1 add. 1 goes with rev. 1 when rev. 2 comes."""
    meeting.sends("Peru rev. 1.docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru rev. 1 add. 1.docx", ("spring", "{-spring-}{+autumn+}"))
    meeting.sends("Haiti.docx", ("two", "{-two-}{+six+}"))
    meeting.sends("Haiti add. 1.docx", ("lamp", "{-lamp-}{+beacon+}"))
    assert set(statuses(meeting.run()).values()) == {"merged"}
    meeting.sends("Peru rev. 2.docx", ("two", "{-two-}{+nine+}"))
    found = statuses(meeting.run())
    assert {f for f, s in found.items() if s == "superseded"} == {"Peru rev. 1.docx", "Peru rev. 1 add. 1.docx"}


def test_a_revision_that_cannot_be_read_replaces_nothing(meeting):
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru rev. 1.docx", data=b"PK broken")
    assert statuses(meeting.run()) == {"Peru.docx": "merged", "Peru rev. 1.docx": "unreadable"}


def test_a_letter_beside_a_revised_text_stands_with_a_notice(meeting):
    """The revision replaces the earlier version of the text; whether the letter as well, nobody can know."""
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru rev. 1.docx", ("once", "{-once-}{+thrice+}"))
    meeting.says("Peru - letter.txt", "Peru believes that the fund deserves more attention in the draft as a whole.")
    report = meeting.run()
    assert statuses(report) == {"Peru.docx": "superseded", "Peru rev. 1.docx": "merged", "Peru - letter.txt": "comments-only"}
    assert kinds(report, "Peru - letter.txt") == ["register"]


def test_a_text_without_symbol_that_came_after_the_revision_stands(meeting):
    meeting.sends("Peru rev. 1 (2004-10-20).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru (2004-10-25).docx", ("spring", "{-spring-}{+autumn+}"))
    report = meeting.run()
    assert set(statuses(report).values()) == {"merged"}
    assert kinds(report, "Peru (2004-10-25).docx") == ["register"]


@pytest.mark.parametrize(
    ("symbol", "of", "number"),
    [(None, (), 0), ("rev. 2", (), 2), ("rev. 2 add. 1", (), 2), ("add. 1", (), None), ("add. 1 rev. 3", (("add", 1),), 3)],
)
def test_symbols_are_read_as_the_organization_stacks_them(symbol, of, number):
    assert revision(path_of(symbol), of) == number


# ---- dates


def test_of_two_dated_versions_the_later_stands(meeting):
    meeting.sends("Peru (2004-10-20).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru.docx", ("spring", "{-spring-}{+autumn+}"), clean=True)
    meeting.settings('[received]\n"Peru.docx" = 2004-10-22\n')
    report = meeting.run()
    assert statuses(report) == {"Peru (2004-10-20).docx": "superseded", "Peru.docx": "merged"}
    assert kinds(report, "Peru (2004-10-20).docx") == ["superseded"]
    assert "twice" not in meeting.text


@pytest.mark.parametrize("settings", ["", '[received]\n"Peru (final).docx" = 2004-10-20\n'])
def test_of_two_versions_without_two_dates_both_stand_with_a_notice(meeting, settings):
    """Equal days decide no more than none."""
    first = "Peru (2004-10-20).docx"
    meeting.sends(first, ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru (final).docx", ("once", "{-once-}{+thrice+}"))
    meeting.settings(settings)
    report = meeting.run()
    assert set(statuses(report).values()) == {"merged"}
    assert kinds(report, first) == kinds(report, "Peru (final).docx") == ["register"]


def test_an_addition_or_a_letter_is_replaced_by_no_date(meeting):
    meeting.sends("Peru (2004-10-20).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru add. 1 (2004-10-28).docx", ("spring", "{-spring-}{+autumn+}"))
    meeting.says("Peru - letter (2004-10-29).txt", "Peru believes that the fund deserves more attention in the draft as a whole.")
    assert "superseded" not in statuses(meeting.run()).values()


def test_late_is_a_flag_and_no_reason_to_drop(meeting):
    meeting.sends("Peru (2004-10-30).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Haiti (2004-10-29).docx", ("two", "{-two-}{+six+}"))
    meeting.settings("[meeting]\ndeadline = 2004-10-29\n")
    report = meeting.run()
    assert {s["file"]: s["late"] for s in report["submissions"]} == {"Peru (2004-10-30).docx": True, "Haiti (2004-10-29).docx": False}
    assert kinds(report, "Peru (2004-10-30).docx") == ["late"]
    assert set(statuses(report).values()) == {"merged"}
    assert "{+twice|Peru+}" in meeting.text


def test_the_date_of_a_mail_is_its_headers(meeting):
    meeting.sends("Peru.eml", data=b"From: a@example.org\nTo: b@example.org\nDate: Mon, 1 Nov 2004 09:00:00 -0500\n"
                  b"Subject: x\n\nPeru believes that the fund deserves more attention in the draft.\n")  # fmt: skip
    meeting.settings("[meeting]\ndeadline = 2004-10-29\n")
    row = meeting.run()["submissions"][0]
    assert (row["received"], row["late"]) == ("2004-11-01", True)


# ---- corrections


def test_a_correction_wins_where_it_touches_the_same_words(meeting):
    """The rest of the corrected file stands, and history is kept in the ledger."""
    meeting.sends("Peru.docx", (DRAFT, DRAFT.replace("once", "{-once-}{+twice+}").replace("spring", "{-spring-}{+autumn+}")))
    meeting.sends("Peru corr. 1.docx", ("once", "{-once-}{+thrice+}"))
    report = meeting.run()
    assert "{-once|Peru-}{+thrice|Peru+}" in meeting.text
    assert "twice" not in meeting.text
    assert "{-spring|Peru-}{+autumn|Peru+}" in meeting.text
    assert report["conflicts"] == []
    assert fates(report, "Peru.docx") == {"merged", "superseded"}
    assert kinds(report, "Peru.docx") == ["corrected"]


def test_a_correction_by_letter_wins_as_well(meeting):
    meeting.sends("Peru.docx", ("two", "{-two-}{+six+}"))
    meeting.says("Peru corr. 1.txt", "Paragraph 3 should read as follows: “The fund may lend five boats to a port.”")
    meeting.run()
    assert "{-two|Peru-}{+five|Peru+}" in meeting.text
    assert "six" not in meeting.text


def test_a_second_correction_corrects_the_first(meeting):
    for name, word in (("Peru.docx", "twice"), ("Peru corr. 1.docx", "thrice"), ("Peru corr. 2.docx", "always")):
        meeting.sends(name, ("once", f"{{-once-}}{{+{word}+}}"))
    meeting.run()
    assert "{-once|Peru-}{+always|Peru+}" in meeting.text


def test_a_correction_touches_no_other_delegation(meeting):
    """Another's wish for the same words is a conflict as ever."""
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Haiti.docx", ("once", "{-once-}{+yearly+}"))
    meeting.sends("Peru corr. 1.docx", ("once", "{-once-}{+thrice+}"))
    report = meeting.run()
    assert [c["kind"] for c in report["conflicts"]] == ["rival replacement"]
    assert "{+yearly|Haiti+}" in meeting.text


def test_a_correction_from_before_the_revision_goes_with_what_that_replaces(meeting):
    meeting.sends("Peru (2004-10-20).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru corr. 1 (2004-10-21).docx", ("once", "{-once-}{+thrice+}"))
    meeting.sends("Peru rev. 1 (2004-10-25).docx", ("spring", "{-spring-}{+autumn+}"))
    found = statuses(meeting.run())
    assert [f for f, s in found.items() if s == "merged"] == ["Peru rev. 1 (2004-10-25).docx"]


def test_a_correction_that_is_no_mark_asks_the_officer_which_holds(meeting):
    meeting.sends("Peru.docx", ("two", "{-two-}{+six+}"))
    meeting.says("Peru corr. 1.txt", "On paragraph 3: the number of boats is a matter of great importance to Peru.")
    report = meeting.run()
    assert "{+six|Peru+}" in meeting.text
    assert "register" in kinds(report, "Peru corr. 1.txt")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 5, "x"), (3, 8, "y"), True),
        ((0, 5, "x"), (5, 8, "y"), False),
        ((4, 4, "x"), (4, 4, "y"), True),
        ((4, 4, "x"), (2, 8, "y"), True),
        ((4, 4, "x"), (4, 8, "y"), False),
    ],
)
def test_changes_touch_where_they_share_words_or_a_place(one, other, expected):
    a, b = (Edit("body", s, e, (Span("text", t),)) for s, e, t in (one, other))
    assert touches(a, b) is touches(b, a) is expected


def test_two_new_paragraphs_at_one_place_touch_only_if_they_are_alike():
    said = ("a boat for us", "a boat for all", "lamps in ports")
    new = [Edit("body", 9, 9, (Span("text", words), Span("paragraph", ""))) for words in said]
    assert touches(new[0], new[1])
    assert not touches(new[0], new[2])


# ---- withdrawals


WHOLE = [
    ("Peru withdraws all its proposals.", "Peru"),
    ("Peru hereby withdraws its submission of 20 October 2004.", "Peru"),
    ("El Perú retira la totalidad de sus comentarios.", "Perú"),
    ("Le Pérou retire l'ensemble de ses propositions.", "Pérou"),
    ("O Peru retira todas as suas propostas.", "Peru"),
]


@pytest.mark.parametrize(("words", "name"), WHOLE)
def test_a_withdrawal_of_all_takes_the_other_files_back(meeting, words, name):
    """Only those of the same contributor; the letter itself stands in both outputs."""
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.says("Peru - observations.txt", "On paragraph 3: the number of boats is a matter of great importance to Peru.")
    meeting.sends("Haiti.docx", ("two", "{-two-}{+six+}"))
    meeting.says(f"{name} - withdrawal.txt", words)
    report = meeting.run()
    found = statuses(report)
    assert {f for f, s in found.items() if s == "withdrawn"} == {"Peru.docx", "Peru - observations.txt"}
    assert fates(report, "Peru.docx") == {"withdrawn"}
    assert "twice" not in meeting.text
    assert "{+six|Haiti+}" in meeting.text
    assert all(words.split(" ", 2)[2] in words_of(meeting.outputs / f) for f in ("consolidated.docx", "comparison.xlsx"))


@pytest.mark.parametrize(
    "words",
    [
        "Peru withdraws all its proposals on boats.",
        "Peru withdraws all its proposals except one.",
        "Peru does not withdraw its submission.",
        "Peru would withdraw all its proposals if the fund were larger.",
        "Peru regrets that Haiti withdraws all its proposals.",
        "Peru withdraws its proposals on paragraph 4.",
        "El Perú retira sus propuestas sobre el fondo.",
        "Le Pérou ne retire pas toutes ses propositions.",
    ],
)
def test_less_than_all_takes_no_file_back(meeting, words):
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.says("Peru - letter.txt", words)
    assert statuses(meeting.run())["Peru.docx"] == "merged"


def test_what_came_after_the_withdrawal_and_what_is_joint_stands(meeting):
    meeting.sends("Peru (2004-10-28).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Chile y Peru (2004-10-20).docx", ("two", "{-two-}{+six+}"))
    meeting.says("Peru - letter (2004-10-25).txt", "Peru withdraws its submission.")
    report = meeting.run()
    assert "withdrawn" not in statuses(report).values()
    assert kinds(report, "Peru (2004-10-28).docx") == kinds(report, "Chile y Peru (2004-10-20).docx") == ["register"]


@pytest.mark.parametrize("words", ["Peru withdraws its comments.", "The council withdraws all boats.", "All documents are listed."])
def test_words_that_do_not_say_all(words):
    assert not withdraws_all(words)


# ---- capacities


def test_each_contributor_has_its_capacity(meeting):
    """A joint submission counts for each; a group beside a member's own text is a contributor of its own."""
    meeting.sends("Chile y Peru.docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("CARICOM.docx", ("two", "{-two-}{+six+}"))
    meeting.sends("Jamaica.docx", ("two", "{-two-}{+six+}"))
    meeting.says("IOM.txt", "The fund deserves more attention in the draft as a whole.")
    meeting.says("Spain.txt", "The fund deserves more attention in the draft as a whole.")
    meeting.settings('[contributors]\n"Spain" = { code = "ESP", kind = "observer" }\n')
    report = meeting.run()
    found = {s["file"]: dict(zip(s["contributors"], s["capacity"], strict=True)) for s in report["submissions"]}
    assert found == {
        "Chile y Peru.docx": {"Chile": "member state", "Peru": "member state"},
        "CARICOM.docx": {"CARICOM": "group"},
        "Jamaica.docx": {"Jamaica": "member state"},
        "IOM.txt": {"International Organization for Migration": "international organisation"},
        "Spain.txt": {"Spain": "permanent observer"},
    }
    assert "{+six|Jamaica; CARICOM+}" in meeting.text


def test_thirty_four_member_states_take_part():
    """The register knows thirty-five: one did not take part in 2004."""
    register = load_register({})
    assert len(register.states) == 34
    assert "Cuba" not in {c.name for c in register.states}
    assert not load_register({"Cuba": {"order": "1"}}).find("Cuba").active


# ---- what cannot be read


def archive(**parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return out.getvalue()


def macros() -> bytes:
    """A Word file with a macro project in it."""
    out = io.BytesIO(package(document(DRAFT)))
    with zipfile.ZipFile(out, "a") as made:
        made.writestr("word/vbaProject.bin", b"macro")
    return out.getvalue()


UNREADABLE = {
    "Argentina.msg": (compound({"__substg1.0_1000001F": b"words"}), "unreadable", "an Outlook message", "(.eml)"),
    "Bolivia.docx": (compound({"EncryptedPackage": b"sealed"}), "unreadable", "password", "without a password"),
    "Chile.docx": (package(document(DRAFT))[:900], "unreadable", "damaged", "resend"),
    "Ecuador.jpg": (b"\xff\xd8\xff\xe0" + bytes(2000), "unreadable", "a picture", ".docx"),
    "Grenada.zip": (archive(a="x"), "unreadable", "an archive", "one by one"),
    "Guatemala.docx": (macros(), "quarantined", "macros", "without macros"),
    "Guyana.pages": (archive(a="x"), "unreadable", "this form (.pages)", ".docx"),
    "Honduras.docx": (b"", "unreadable", "holds nothing", "right file"),
    "Panama.xlsx": (archive(a="x"), "unreadable", "", "Ask"),
    "Paraguay.odt": (archive(**{"META-INF/manifest.xml": "<encryption-data/>", "content.xml": "?"}), "unreadable", "password", "password"),
}


def test_each_file_that_cannot_be_read_is_listed_with_what_to_ask_for(meeting):
    """The others go on."""
    for name, (data, *_) in UNREADABLE.items():
        (meeting.inputs / "submissions" / name).write_bytes(data)
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    report = meeting.run()
    rows = {s["file"]: s for s in report["submissions"]}
    assert rows["Peru.docx"]["status"] == "merged"
    for name, (_, status, what, ask) in UNREADABLE.items():
        assert rows[name]["status"] == status, name
        assert what in rows[name]["reason"], name
        assert ask in rows[name]["reason"], name
        assert all(name in words_of(meeting.outputs / output) for output in ("consolidated.docx", "comparison.xlsx"))


def test_what_programs_leave_behind_is_no_submission(meeting):
    for name in ("~$Peru.docx", ".DS_Store", "._Peru.docx", ".~lock.Peru.docx#", "Thumbs.db", "desktop.ini"):
        (meeting.inputs / "submissions" / name).write_bytes(b"owner")
    meeting.sends("Peru.docx", ("once", "{-once-}{+twice+}"))
    assert statuses(meeting.run()) == {"Peru.docx": "merged"}


# ---- the same from the stages


def test_the_register_settles_alike_in_a_whole_run_and_stage_by_stage(meeting):
    from pipeline.run import Options
    from pipeline.stages import run_align, run_ingest, run_merge, run_publish

    meeting.sends("Peru (2004-10-20).docx", ("once", "{-once-}{+twice+}"))
    meeting.sends("Peru (2004-10-22).docx", (DRAFT, DRAFT.replace("spring", "{-spring-}{+autumn+}").replace("two", "{-two-}{+six+}")))
    meeting.sends("Peru corr. 1 (2004-10-30).docx", ("spring", "{-spring-}{+winter+}"))
    meeting.sends("Haiti.docx", ("two", "{-two-}{+nine+}"))
    meeting.says("Haiti - withdrawal.txt", "Haiti withdraws its submission.")
    meeting.settings("[meeting]\ndeadline = 2004-10-29\n")
    whole = meeting.run()
    options = Options(meeting.inputs, meeting.outputs.with_name("by stage"))
    for stage in (run_ingest, run_align, run_merge):
        stage(options, lambda message: None)
    run_publish(options, lambda message: None)
    staged = json.loads((options.outputs / "report.json").read_bytes())
    assert staged["submissions"] == whole["submissions"]
    assert staged["notices"] == whole["notices"]
    assert statuses(whole)["Haiti.docx"] == "withdrawn"
