"""consolidated.html: the consolidated text to be read and filtered in a browser, by those who have no Office.

The draft's text is drawn from the drawing of consolidated.docx (page_text.py); pandoc writes the rest of the page from its JSON form and
puts all into templates/page.html. For what is HTML already it is given a stand-in: three megabytes through it take
a quarter of a second and 180 MB (measured), and come out as they went in. The page asks nothing of any network, and what a state wrote
is text in it, never markup.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypandoc

from ..cache import Shelves
from ..config import Config
from ..model import NOTHING_LEFT, Conflict, Proposal
from ..ooxml.blocks import Kept, Region
from ..ooxml.package import Package
from .account import Facts, contested, named, provisions_by_id, where_told, words_of
from .page_text import Body, Names, body_of
from .phrases import shown_as
from .plain import cleaner, conflict_bookmark, contested_bookmark, proposal_bookmark, written_date
from .words.said import said_in

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
SECONDS = 60
ANCHOR, CONTESTED = re.compile(r'id="(P_\w+)"'), re.compile(r'id="(T_\w+)"')
RAW, STAND_IN = "RawBlock", re.compile(rb"<!--block (\d+)-->")
NOTHING = "none"  # the choice that shows no proposal; no code is in small letters
Node = dict[str, Any]  # of pandoc's JSON form: {"t": kind, "c": content}


def reading_page(package: Package, region: Region | None, facts: Facts, config: Config, kept: Shelves) -> bytes:
    """The page as bytes. package: consolidated.docx as it was saved; region: the draft's blocks in it; kept: what was made before."""
    names = Names(dict(facts.codes), dict(facts.shown))
    body = body_of(package, region, facts.draft, names, kept("told", facts.codes, facts.shown))
    blocks = [*_head(facts, config, body), *_conflicts(facts, body), *_remarks(facts, names, body), *_files(facts)]
    return _through_pandoc(blocks, facts, config, body, kept("pandoc"))


def _head(facts: Facts, config: Config, body: Body) -> Iterator[Node]:
    say = facts.say
    left = [line for line in (config.body, config.committee, config.working_group) if line]
    right = [line for line in (config.series, config.symbol, written_date(config.date or config.cut_off, say)) if line]
    yield _raw(f'<div class="cover"><div>{_lines(left)}</div><div>{_lines(right)}</div></div>')
    yield _header(1, config.title)
    yield _para(f"({config.provenance})")
    yield _para(say["note prejudice"])
    yield _header(2, say["marks"])
    yield _para(say["page how"])
    yield _header(2, say["page text"], "text")
    yield _raw(body.text)
    if body.notes:
        yield _header(3, say["page notes"])
        yield _raw(body.notes)


def _conflicts(facts: Facts, body: Body) -> Iterator[Node]:
    say = facts.say
    yield _header(2, say["annex conflicts"], "conflicts")
    if not facts.merged.conflicts:
        yield _para(say["no conflict"])
    drafts, proposals = provisions_by_id(facts.draft), {p.id: p for p in facts.merged.proposals}
    clean, placed = cleaner(facts.draft.atoms), set(CONTESTED.findall(body.text + body.notes))
    for c in facts.merged.conflicts:
        yield _raw(_conflict(facts, c, clean(contested(c, proposals, drafts)), contested_bookmark(c.id) in placed))


def _conflict(facts: Facts, c: Conflict, draft: str, is_placed: bool) -> str:
    """The draft's wording and the alternatives side by side. is_placed: the conflict has a place in the text on the page."""
    say, clean = facts.say, cleaner(facts.draft.atoms)
    options = [(say["draft option"], draft)]
    for number, (who, words) in enumerate(c.options, 1):
        title = f"{say['alternative'].format(number=number)} ({', '.join(facts.shown.get(w, w) for w in who)})"
        options.append((title, say["deleted option"] if words == NOTHING_LEFT else clean(words)))
    heads = "".join(f'<th scope="col">{_safe(title)}</th>' for title, _ in options)
    cells = "".join(f"<td>{_safe(words)}</td>" for _, words in options)
    told = f"{said_in(facts.language, c.label)}{say['colon']}{shown_as('kind', c.kind, say)}"
    links = ", ".join(f'<a href="#{proposal_bookmark(i)}">{_safe(i)}</a>' for i in c.proposals)
    ident = f'<a href="#{contested_bookmark(c.id)}">{_safe(c.id)}</a>' if is_placed else _safe(c.id)
    return (
        f'<section class="conflict" id="{conflict_bookmark(c.id)}"><h3>{ident} {_safe(told)}</h3>'
        f'<p>{_safe(say["conflict proposals"])}{links}</p><div class="scroll"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody><tr>{cells}</tr></tbody></table></div></section>"
    )


def _remarks(facts: Facts, names: Names, body: Body) -> Iterator[Node]:
    """What stands at no provision of the draft, each as a line with its id."""
    placed = set(ANCHOR.findall(body.text + body.notes))
    found = [p for p in facts.merged.proposals if proposal_bookmark(p.id) not in placed]
    if not found:
        return
    yield _header(2, facts.say["page remarks"], "remarks")
    yield _raw("".join(_remark(p, facts, names) for p in found))


def _remark(p: Proposal, facts: Facts, names: Names) -> str:
    who = _safe(named(p.contributors, facts))
    return (
        f'<p class="note" id="{proposal_bookmark(p.id)}" data-who="{names.tokens(p.contributors)}"><b>{_safe(p.id)}, {who}</b>, '
        f"{_safe(where_told(p, facts))}{_safe(facts.say['colon'])}{_safe(words_of(p.comment, facts) or p.proposed_text)}</p>"
    )


def _files(facts: Facts) -> Iterator[Node]:
    say = facts.say
    yield _header(2, say["received"], "files")
    heads = "".join(f'<th scope="col">{_safe(say[key])}</th>' for key in ("contributors", "hash", "received on", "status"))
    rows = "".join(
        f'<tr><td>{_safe(named(s.contributors, facts))}</td><td>{_safe(s.file)}<br><span class="hash">{s.sha256}</span></td>'
        f"<td>{_safe(s.received or '')}</td><td>{_safe(shown_as('status', s.status, say))}</td></tr>"
        for s in facts.submissions
    )
    yield _raw(f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>')


def _panel(facts: Facts, body: Body) -> str:
    """The form of the filter; hidden until the script runs, which it is nothing without."""
    say = facts.say
    many = Counter(who for p in facts.merged.proposals for who in p.contributors)
    names = Names(dict(facts.codes), dict(facts.shown))
    people = [(names.tokens((who,)), f"{facts.shown.get(who, who)} ({many[who]})") for who in facts.people if many[who]]
    choice = _select("who", say["page who"], [("", say["page all"]), (NOTHING, say["page draft"]), *people])
    place = _select("at", say["page at"], [("", say["page everywhere"]), *body.sections])
    return (
        f'<a class="skip" href="#main">{_safe(say["page skip"])}</a>'
        f'<div class="panel" role="search" aria-label="{_safe(say["page filter"])}" hidden><form id="filter">{choice}{place}'
        f'<label class="row"><input type="checkbox" name="touched">{_safe(say["page touched"])}</label>'
        f'<output name="count" data-words="{_safe(say["page count"])}"></output></form></div>'
    )


def _select(name: str, label: str, options: Sequence[tuple[str, str]]) -> str:
    told = "".join(f'<option value="{_safe(value)}">{_safe(words)}</option>' for value, words in options)
    return f'<label>{_safe(label)}<select name="{name}">{told}</select></label>'


def _through_pandoc(blocks: Sequence[Node], facts: Facts, config: Config, body: Body, kept: Kept) -> bytes:
    style, script = _template("page.css"), _template("page.js")
    policy = f"default-src 'none'; style-src '{_sum(style)}'; script-src '{_sum(script)}'; base-uri 'none'; form-action 'none'"
    meta = {
        "pagetitle": _inlines({"t": "Str", "c": config.title}), "lang": _inlines({"t": "Str", "c": config.language}),
        **{name: _inlines({"t": "RawInline", "c": ["html", words]}) for name, words in
           {"style": style, "script": script, "csp": policy, "panel": _panel(facts, body)}.items()},
    }  # fmt: skip
    tree = {"pandoc-api-version": [1, 23, 1], "meta": meta, "blocks": [_stand_in(i) if b["t"] == RAW else b for i, b in enumerate(blocks)]}
    page = _written(json.dumps(tree), kept)
    return STAND_IN.sub(lambda found: blocks[int(found[1])]["c"][1].encode(), page)


def _written(tree: str, kept: Kept) -> bytes:
    """What pandoc makes of the tree: kept, for most of it stands in each issue of a meeting."""
    template = TEMPLATES / "page.html"
    key = hashlib.sha256(f"{pypandoc.__version__}\0{template.read_text(encoding='utf-8')}\0{tree}".encode()).hexdigest()
    page = kept.get(key)
    if page is None:
        command = [_program(), "--sandbox", "-f", "json", "-t", "html5", "--wrap=none", "--template", str(template)]
        page = subprocess.run(command, input=tree.encode(), capture_output=True, timeout=SECONDS, check=True).stdout.decode()
        kept[key] = page
    return str(page).encode()


def _stand_in(number: int) -> Node:
    """A comment of HTML, which no words can be taken for: in them < is escaped."""
    return _raw(f"<!--block {number}-->")


@cache
def _program() -> str:
    return str(pypandoc.get_pandoc_path())


def _template(name: str) -> str:
    """Without the white space around it: pandoc drops it, and the policy names the hash of what stands in the page."""
    return (TEMPLATES / name).read_text(encoding="utf-8").strip()


def _sum(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _safe(words: str) -> str:
    return html.escape(words, quote=True)


def _lines(lines: Sequence[str]) -> str:
    return "".join(f"<p>{_safe(line)}</p>" for line in lines)


def _inlines(*nodes: Node) -> Node:
    return {"t": "MetaInlines", "c": list(nodes)}


def _raw(text: str) -> Node:
    return {"t": RAW, "c": ["html", text]}


def _para(words: str) -> Node:
    return {"t": "Para", "c": _said(words)}


def _header(level: int, words: str, ident: str = "") -> Node:
    return {"t": "Header", "c": [level, [ident, [], []], _said(words)]}


def _said(words: str) -> list[Node]:
    out: list[Node] = []
    for word in words.split():
        out += [{"t": "Space"}, {"t": "Str", "c": word}]
    return out[1:]
