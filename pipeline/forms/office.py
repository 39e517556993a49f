"""LibreOffice, where it is installed: turns .doc, .odt and .rtf into .docx with their marks, authors and comments.

Each run has a profile of its own that is thrown away, macros and links off, and limits on time and memory. Starting it takes
longer than converting a file, so all files of a folder go in one call; a file on which it hangs or dies costs that file alone.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

SECONDS = 60  # for one call, and
MORE = 5  # for each file in it
IN_VAIN = 3  # calls in a row that make nothing, after which it is LibreOffice that fails, not a file
MEMORY = 4 * 2**30  # of address space, which LibreOffice maps far beyond what it uses
NAMES = ("soffice", "libreoffice")
CONVERTED = (".doc", ".odt", ".rtf")
FILTERS = {".docx": "docx:MS Word 2007 XML", ".doc": "doc:MS Word 97", ".odt": "odt:writer8", ".rtf": "rtf:Rich Text Format"}
EPOCH = (1980, 1, 1, 0, 0, 0)
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link"><value>0</value></prop></item>
</oor:items>
"""


def installed() -> str:
    """The path of the program, "" where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name))), "")


def identity() -> str:
    """Changes when another LibreOffice is installed; "" where there is none. Asking the program itself takes half a second."""
    program = installed()
    if not program:
        return ""
    real = Path(program).resolve()
    return f"{real} {real.stat().st_size} {real.stat().st_mtime_ns}"


def converted_all(files: Sequence[tuple[bytes, str]], target: str = ".docx") -> list[bytes | None]:
    """The files, each with the suffix that it really has, as ``target``; None for one that LibreOffice does not convert.

    The same file gives the same bytes: what LibreOffice writes holds no hour but those of the package's own entries (observed in
    7.4), which are set to one date.
    """
    program = installed()
    if not program or not files:
        return [None] * len(files)
    with tempfile.TemporaryDirectory(prefix="office-") as scratch:
        sources = []
        for number, (data, suffix) in enumerate(files):
            sources.append(Path(scratch) / f"{number:05d}{suffix}")
            sources[-1].write_bytes(data)
        out = Path(scratch) / "out"
        _convert_all(program, sources, out, target)
        made = [out / source.with_suffix(target).name for source in sources]
        return [_undated(path.read_bytes()) if path.is_file() and path.stat().st_size else None for path in made]


@contextlib.contextmanager
def as_word(path: Path, suffix: str) -> Iterator[Path | None]:
    """The file as a .docx for as long as the block lasts; ``suffix`` is what it really is, whatever its name says."""
    made = converted_all([(path.read_bytes(), suffix)])[0] if installed() else None
    if made is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="office-") as folder:
        held = Path(folder) / "received.docx"
        held.write_bytes(made)
        yield held


def _convert_all(program: str, sources: Sequence[Path], out: Path, target: str) -> None:
    """In the order given; where a call does not end well, the file at which it stopped is left and the rest done anew."""
    rest, in_vain = list(sources), 0
    while rest and in_vain < IN_VAIN:
        with tempfile.TemporaryDirectory(prefix="office-") as scratch:
            if _convert(program, rest, out, target, Path(scratch)):
                return
        made = [k for k, source in enumerate(rest) if (out / source.with_suffix(target).name).is_file()]
        in_vain = 0 if made else in_vain + 1
        rest = rest[made[-1] + 2 if made else 1 :]


def _convert(program: str, sources: Sequence[Path], out: Path, target: str, scratch: Path) -> bool:
    """Whether the call came to its end."""
    profile = scratch / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    command = [
        program, "--headless", "--norestore", "--nologo", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", FILTERS[target], "--outdir", str(out), *map(str, sources),
    ]  # fmt: skip
    return _run(command, scratch, SECONDS + MORE * len(sources))


def _run(command: list[str], folder: Path, seconds: int) -> bool:
    """soffice starts a process of its own, so the whole group ends at the limit."""
    keep = ("PATH", "LANG", "LC_ALL", "SystemRoot")
    environment = {name: os.environ[name] for name in keep if name in os.environ} | {"HOME": str(folder)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, preexec_fn=_limit_memory if os.name == "posix" else None,
    )  # fmt: skip
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """The group is ended in any case: the shell script may be gone while what it started still runs."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _undated(data: bytes) -> bytes:
    """A package with one date on all its entries; other files as they are."""
    if not data.startswith(b"PK"):
        return data
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as again:
        for entry in archive.infolist():
            again.writestr(zipfile.ZipInfo(entry.filename, EPOCH), archive.read(entry), entry.compress_type)
    return out.getvalue()
