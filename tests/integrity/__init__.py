"""Checks .docx and .xlsx packages for what Word or Excel would repair, refuse or silently drop, in pure Python.

It looks for what schema validators miss as well: live text inside deletions, unpaired moves, comments without anchors,
duplicate ids, fields that an accepted or rejected mark would cut in two. Word's own files give no finding.
"""

from pathlib import Path

from tests.integrity import fields, marks, order, references, structure, workbook
from tests.integrity.package import Package, package_findings, read_package
from tests.integrity.stories import W
from tests.integrity.workbook import S

WORD_CHECKS = (
    structure.findings,
    order.findings,
    marks.findings,
    marks.bookmark_findings,
    marks.move_findings,
    fields.findings,
    references.comment_findings,
    references.note_findings,
    references.style_findings,
    references.numbering_findings,
)


def findings(path: Path | str, *, formulas: bool = False, warnings: bool = False) -> list[str]:
    """What is wrong with the package, each as ``part: place: what``; an empty list for a sound one.

    ``formulas`` allows formula cells in a workbook. ``warnings`` adds what Word itself is careless about, such as
    drawing ids that stand twice. A file that is no zip archive is one finding, not an exception.
    """
    package, broken = read_package(Path(path))
    if package is None:
        return broken
    found = broken + package_findings(package)
    if package.main_part is None:
        return found
    if package.trees[package.main_part].tag not in (f"{W}document", f"{S}workbook"):
        return [*found, f"{package.main_part}: no document or workbook of the transitional form (ISO/IEC 29500-4)"]
    if "spreadsheetml" in package.type_of(package.main_part):
        return found + list(workbook.findings(package, formulas=formulas))
    return found + word_findings(package, warnings=warnings)


def word_findings(package: Package, *, warnings: bool) -> list[str]:
    found = [finding for check in WORD_CHECKS for finding in check(package)]
    if warnings:
        found += [f"warning: {finding}" for finding in references.drawing_findings(package)]
    return found
