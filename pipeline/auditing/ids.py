"""Law 5: one model, two outputs. Every proposal and conflict stands in both under its id."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.auditing.case import Case

BOOKMARK = re.compile(r"P_([A-Z][A-Z0-9]*)_([0-9]+)")


def broken(case: Case) -> Iterator[str]:
    bookmarks = _bookmarked(case)
    ids = [entry["id"] for kind in ("proposals", "conflicts") for entry in case.report.get(kind, [])]
    for output, found in (("consolidated.docx", bookmarks | case.words.ids), ("comparison.xlsx", case.workbook_ids)):
        yield from (f"law 5: {ident} does not stand in {output}" for ident in ids if ident not in found)
    for ident in sorted(bookmarks - {p["id"] for p in case.report.get("proposals", [])}):
        yield f"law 5: consolidated.docx has a bookmark for {ident}, which report.json does not have"
    if len(set(ids)) < len(ids):
        yield f"law 5: {len(ids)} ids in report.json, of which only {len(set(ids))} differ"


def _bookmarked(case: Case) -> set[str]:
    """Ids of proposals at whose mark a bookmark P_MEX_07 stands."""
    return {"-".join(match.groups()) for name in case.words.bookmarks if (match := BOOKMARK.match(name))}
