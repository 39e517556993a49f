"""The pages of a document as Word last laid it out: it stores a w:lastRenderedPageBreak where each page began (17.3.3.13)."""

from __future__ import annotations

from ..ooxml import names as n
from .draft import DraftFile, draft_model

BROKEN = (n.w("lastRenderedPageBreak"), n.w("br"))


def page_starts(file: DraftFile) -> tuple[tuple[str, int], ...]:
    """(id of the first provision of each page, number of the page); one page where Word stored no break."""
    provisions = [p for p in draft_model(file).provisions if p.story == "body"]
    by_start = {p.start: p for p in provisions}
    page, out = 1, [(provisions[0].id, 1)] if provisions else []
    for line in file.tree.body.lines:
        p = by_start.get(line.start)
        breaks = sum(1 for e in line.elements for b in e.iter(*BROKEN) if b.tag == BROKEN[0] or b.get(n.w("type")) == "page")
        if p is None or not breaks:
            page += breaks
            continue
        page += breaks
        out.append((p.id, page))
    return tuple(out)
