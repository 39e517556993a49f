"""Asks the member states for their comments: one prefilled form for each, in Word and Excel.

What a state returns is placed without doubt, since each row carries the id of its provision (tables/prefilled.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pipeline.config import Config
from pipeline.model import Draft
from pipeline.register import Contributor
from pipeline.writers.form import STATE_TOKEN, file_stem, form_of
from pipeline.writers.form_docx import with_state, word_form
from pipeline.writers.form_xlsx import excel_form

FOLDER = "requests"  # below the outputs; a later consolidation leaves it where it is (workspace.py)


def write_requests(draft: Draft, contributors: Iterable[Contributor], config: Config, target: Path) -> list[Path]:
    """Write "Mexico - comment form.docx" and .xlsx for every state among the contributors; the files written, in order.

    The same values give the same bytes. `target` is made where it does not exist.
    """
    target.mkdir(parents=True, exist_ok=True)
    form = form_of(draft, config)
    drawn = ((".docx", word_form(form)), (".xlsx", excel_form(form)))
    written = []
    for state in (contributor.name for contributor in contributors if contributor.kind == "state"):
        for ending, package in drawn:
            path = target / (file_stem(state) + ending)
            with_state(package, STATE_TOKEN, state).write_atomic(path)
            written.append(path)
    return written


def form_labels(draft: Draft) -> dict[str, str]:
    """What a reader needs where a program dropped the hidden names: the name of each row by its label."""
    return {row.label: row.name for row in form_of(draft, Config()).rows if row.name}
