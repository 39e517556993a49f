"""Runs the pipeline on real Word files that are no part of the project, and has outsiders judge what comes out.

usage: python -m tests.corpus_check CORPUS LAWS VALIDATOR [--only WORD]

CORPUS: a folder with pairs/, families/, revisions/ and bad/. LAWS: a judge of inputs and outputs that shares no code
with the project. VALIDATOR: Microsoft's Open XML SDK behind a script, run with the system's Python. One line for each
check; exit 1 where one fails. The samples in inputs/ are judged last, in the same way.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import io
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from pipeline.errors import Unreadable
from pipeline.ooxml.document import load_roots, read_tree
from pipeline.ooxml.nodes import StoryNode
from pipeline.ooxml.package import open_package
from pipeline.ooxml.stories import Atoms
from pipeline.run import Options, Outcome, consolidate

SAMPLES = Path(__file__).resolve().parents[1] / "inputs"
UNMARKED = ("real-procurement-guide", "procurement")  # changed beside the marks of Argentina.docx; must stand in both
TABLE = "\ufffc"
SHOWN = 3  # problems of one check that are printed


@dataclass(frozen=True)
class Check:
    """name: what was checked. problems: one sentence each; none is a pass. written: the outputs, to be validated."""

    name: str
    problems: list[str]
    written: Path | None = None


@dataclass(frozen=True)
class Setting:
    corpus: Path
    laws: Path
    work: Path


def judge_of(path: Path) -> ModuleType:
    """The judge, imported by its path."""
    spec = importlib.util.spec_from_file_location("outside_judge", path)
    assert spec is not None, path
    assert spec.loader is not None, path
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def run(inputs: Path, outputs: Path) -> Outcome:
    """One consolidation in this process."""
    return consolidate(Options(inputs, outputs, processes=1), lambda message: None)


def judged(setting: Setting, inputs: Path, outputs: Path) -> list[str]:
    """What the outside judge finds broken."""
    with contextlib.redirect_stdout(io.StringIO()):
        return list(judge_of(setting.laws).judge(inputs, outputs))


def check_inputs(setting: Setting, inputs: Path, name: str) -> Check:
    """An inputs folder: exit 0, every submission merged or rebased with a notice, no law broken by either judge."""
    outputs = setting.work / name.replace(" ", "/")
    outcome = run(inputs, outputs)
    problems = [f"exit {outcome.exit_code}"] if outcome.exit_code else []
    assert outcome.laws is not None
    if inputs == SAMPLES:
        problems += own_documents(setting, inputs, outputs, outcome.report)
    else:
        problems += unmerged(outcome.report)
    problems += outcome.laws.problems + judged(setting, inputs, outputs)
    if inputs.name == UNMARKED[0]:
        problems += [f"{UNMARKED[1]!r} does not stand in {file}" for file in missing_from(outputs, UNMARKED[1])]
    return Check(name, problems, outputs)


def unmerged(report: dict[str, Any]) -> Iterator[str]:
    """Submissions that are neither merged nor rebased with a notice."""
    told = {x["file"] for x in report["notices"] if x["kind"] in ("other version", "to decide")}
    for s in report["submissions"]:
        if s["status"] != "merged" and not (s["status"] == "rebased" and s["file"] in told):
            yield f"{s['file']} is {s['status']} ({s['reason']})"


def missing_from(outputs: Path, words: str) -> list[str]:
    files = ("consolidated.docx", "comparison.xlsx")
    return [file for file in files if not any(words in part for part in xml_of(outputs / file))]


def xml_of(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if name.endswith(".xml")]


def own_documents(setting: Setting, inputs: Path, outputs: Path, report: dict[str, Any]) -> Iterator[str]:
    """by-contributor: with all marks rejected the draft; with all accepted what its one merged version of it says."""
    judge = judge_of(setting.laws)
    draft = judge.Document(inputs / report["draft"]["file"]).view(judge.accept_all)
    gone = ("superseded", "withdrawn", "unreadable", "quarantined")
    live = [s for s in report["submissions"] if s["status"] not in gone]
    for path in sorted((outputs / "by-contributor").glob("*.docx")):
        document = judge.Document(path)
        if why := judge.same(document.view(judge.reject_all), draft):
            yield f"{path.name} rejected: {why}"
        own = [s for s in live if path.stem in s["contributors"]]
        if len(own) == 1 and own[0]["status"] == "merged" and own[0]["form"] in ("tracked", "clean"):
            sent = judge.Document(inputs / "submissions" / own[0]["file"]).view(judge.accept_all, False)
            if why := judge.same(document.view(judge.accept_all, False), sent):
                yield f"{path.name} accepted: {why}"


def check_revisions(folder: Path) -> Check:
    """The reader accepts and rejects the marks of a file as Word did."""
    problems = []
    for name, accept in (("accepted", True), ("rejected", False)):
        atoms = Atoms()
        got, expected = text_of(folder / "tracked.docx", atoms, accept), text_of(folder / f"{name}.docx", atoms, True)
        if got != expected:
            place = next((i for i, (a, b) in enumerate(zip(got, expected, strict=False)) if a != b), -1)
            problems.append(f"{name}: got {got[place]!r}, expected {expected[place]!r}")
    return Check(f"revisions {folder.name}", problems)


def text_of(path: Path, atoms: Atoms, accept: bool) -> list[tuple[str, str]]:
    """(kind, text) of every story with words; empty paragraphs apart, which Word takes away as it accepts a table."""
    package = open_package(path)
    tree = read_tree(package, load_roots(package), atoms, accept=accept)
    return [(node.kind, plain(node)) for node in tree.stories() if plain(node).strip()]


def plain(node: StoryNode) -> str:
    """Its words; a table is one sign, since each has an atom of its own."""
    text = list(node.text)
    for table in node.tables:
        text[table.at] = TABLE
    return "".join(text)


def check_bad(setting: Setting, path: Path) -> Check:
    """A broken file beside a good one: it is listed, the good one is consolidated, the laws hold."""
    good = setting.corpus / "families" / "two-reviewers"
    inputs, outputs = setting.work / "bad" / path.stem / "inputs", setting.work / "bad" / path.stem / "outputs"
    shutil.copytree(good, inputs)
    (inputs / "submissions" / "Brazil.docx").unlink()
    shutil.copyfile(path, inputs / "submissions" / f"Brazil ({path.stem}){path.suffix}")
    outcome = run(inputs, outputs)
    status = {s["contributors"][0]: s["status"] for s in outcome.report["submissions"]}
    problems = [f"exit {outcome.exit_code}"] if outcome.exit_code else []
    problems += [] if status.get("Argentina") == "merged" else [f"the good file is {status.get('Argentina')}"]
    told = [x["message"] for x in outcome.report["notices"] if x["file"].startswith("Brazil")]
    if status.get("Brazil") in ("unreadable", "quarantined") and not told:
        problems.append("nothing is said about the file")
    said = (told or ["read, " + str(status.get("Brazil"))])[0]
    return Check(f"bad {path.name}: {said[:70]}", problems + judged(setting, inputs, outputs), outputs)


def tasks(setting: Setting) -> list[tuple[str, Path]]:
    kinds = ("pairs", "families", "revisions", "bad")
    found = [(kind, path) for kind in kinds for path in sorted((setting.corpus / kind).iterdir())]
    return [*found, ("samples", SAMPLES)]


def checked(task: tuple[Setting, str, Path]) -> Check:
    """One check; a crash is a failure of that check alone."""
    setting, kind, path = task
    try:
        if kind == "revisions":
            return check_revisions(path)
        return check_bad(setting, path) if kind == "bad" else check_inputs(setting, path, f"{kind} {path.name}")
    except (Exception, Unreadable) as error:
        return Check(f"{kind} {path.name}", [f"{type(error).__name__}: {error}"])


def valid(validator: Path, checks: list[Check]) -> Check:
    """Every written file under Microsoft's own SDK, in one call."""
    folders = [c.written for c in checks if c.written is not None and c.written.is_dir()]
    files = [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in (".docx", ".xlsx")]
    python = shutil.which("python3", path=os.defpath + os.pathsep + "/usr/local/bin") or "python3"
    done = subprocess.run([python, str(validator), *map(str, files)], capture_output=True, text=True)
    lines = [line.strip() for line in (done.stdout + done.stderr).splitlines() if not line.endswith(": 0 errors")]
    return Check(f"{len(files)} written files under the Open XML SDK", lines[-20:] if done.returncode else [])


def tell(check: Check) -> None:
    print(f"{'FAIL' if check.problems else 'ok  '}  {check.name}", flush=True)
    for problem in check.problems[:SHOWN] if "SDK" not in check.name else check.problems:
        print(f"        {problem}", flush=True)
    if len(check.problems) > SHOWN and "SDK" not in check.name:
        print(f"        … and {len(check.problems) - SHOWN} more", flush=True)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m tests.corpus_check", description=(__doc__ or "").splitlines()[0])
    for name in ("corpus", "laws", "validator"):
        options.add_argument(name, type=Path)
    options.add_argument("--only", default="", help="checks whose kind or name holds this word")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="corpus-check-") as work:
        setting = Setting(given.corpus.resolve(), given.laws.resolve(), Path(work))
        chosen = [(setting, kind, path) for kind, path in tasks(setting) if given.only in f"{kind} {path.name}"]
        checks = []
        with ProcessPoolExecutor(os.cpu_count() or 1, multiprocessing.get_context("fork")) as pool:
            for check in pool.map(checked, chosen):
                tell(check)
                checks.append(check)
        checks.append(valid(given.validator.resolve(), checks))
        tell(checks[-1])
    failed = sum(bool(c.problems) for c in checks)
    print(f"{len(checks) - failed} of {len(checks)} checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
