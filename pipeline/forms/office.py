"""LibreOffice, where it is installed: turns .doc, .odt and .rtf into .docx with their marks and authors.

Each run has a profile of its own that is thrown away, macros and links off, and limits on time and memory.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

SECONDS = 60
MEMORY = 4 * 2**30  # of address space, which LibreOffice maps far beyond what it uses
NAMES = ("soffice", "libreoffice")
CONVERTED = (".doc", ".odt", ".rtf")
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


def as_docx(path: Path, folder: Path) -> Path | None:
    """The file as a .docx in ``folder``, so that its marks and their authors survive.

    None where LibreOffice is missing, fails or is not needed: the caller then reads the file itself. The names in the
    result are the delegation's; its bytes carry the hour and are not for hashing.
    """
    program = installed()
    if not program or path.suffix.lower() not in CONVERTED:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="office-") as scratch:
        made = _convert(program, path, Path(scratch))
        if made is None:
            return None
        return Path(shutil.move(made, folder / f"{path.stem}.docx"))


@contextlib.contextmanager
def converted(path: Path, suffix: str) -> Iterator[Path | None]:
    """The file as a .docx for as long as the block lasts; ``suffix`` is what it really is, whatever its name says."""
    if not installed():
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="office-") as scratch:
        source = Path(scratch) / f"received{suffix}"
        shutil.copyfile(path, source)
        yield as_docx(source, Path(scratch) / "made")


def _convert(program: str, path: Path, scratch: Path) -> Path | None:
    profile, source, out = scratch / "profile", scratch / f"received{path.suffix.lower()}", scratch / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    shutil.copyfile(path, source)
    command = [
        program, "--headless", "--norestore", "--nologo", "--nolockcheck", f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(source),
    ]  # fmt: skip
    _run(command, scratch)
    made = out / "received.docx"
    return made if made.is_file() and made.stat().st_size else None


def _run(command: list[str], folder: Path) -> None:
    """soffice starts a process of its own, so the whole group ends at the limit."""
    keep = ("PATH", "LANG", "LC_ALL", "SystemRoot")
    environment = {name: os.environ[name] for name in keep if name in os.environ} | {"HOME": str(folder)}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, preexec_fn=_limit_memory if os.name == "posix" else None,
    )  # fmt: skip
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
