"""The light notation in which the samples are written.

{+inserted+}  {-deleted-}  {+inserted {-and deleted again-}+}  revision marks; `{+^2` is by the second person
{*made bold*}                                                  a marked change of format
{!bold!}  {/italic/}  {%hidden%}  {_underlined_}  {=struck=}    formats that are simply there
{#c1|words#}                                                   comment `c1` on these words
[[fn:key]]  [[ref:bookmark|shown]]  [[bm:name|words]]          footnote, REF field, bookmark
[[sdt:title|words]]  [[nbh]]                                   content control, no-break hyphen
~                                                              a no-break space
"""

import re
from dataclasses import dataclass, replace

TOKEN = re.compile(
    r"\{#(?P<comment>\w+)\|"
    r"|\{(?P<open>[-+*!/%_=])(?:\^(?P<who>\d))?"
    r"|(?P<close>[-+*!/%#_=])\}"
    r"|\[\[(?P<atom>\w+)(?::(?P<arg>[^|\]]*))?(?:\|(?P<shown>[^\]]*))?\]\]"
)
FIELD_OF = {
    "+": "inserted", "-": "deleted", "*": "emboldened", "!": "bold", "/": "italic", "%": "hidden", "_": "underlined", "=": "struck",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """A stretch of one paragraph in one state. Marks hold the number of the person who made them, 0 for none."""

    text: str = ""
    kind: str = "text"
    arg: str = ""
    inserted: int = 0
    deleted: int = 0
    emboldened: int = 0
    bold: int = 0
    italic: int = 0
    hidden: int = 0
    underlined: int = 0
    struck: int = 0
    comments: tuple[str, ...] = ()


def parse(markup: str) -> list[Piece]:
    """The pieces of one paragraph, in order; an unclosed brace is a mistake in the sample and raises."""
    pieces, states, at = [], [Piece()], 0
    for token in TOKEN.finditer(markup):
        pieces += text_piece(markup[at : token.start()], states[-1])
        at = token.end()
        if token["atom"]:
            pieces.append(
                replace(states[-1], kind=token["atom"], arg=token["arg"] or "", text=plain(token["shown"] or ""))
            )
        elif token["close"]:
            states.pop()
        else:
            states.append(opened(states[-1], token))
    if len(states) != 1:
        raise ValueError(f"unbalanced marks in {markup!r}")
    return pieces + text_piece(markup[at:], states[0])


def opened(state: Piece, token: re.Match[str]) -> Piece:
    if token["comment"]:
        return replace(state, comments=(*state.comments, token["comment"]))
    return replace(state, **{FIELD_OF[token["open"]]: int(token["who"] or 1)})


def text_piece(text: str, state: Piece) -> list[Piece]:
    return [replace(state, text=plain(text))] if text else []


def plain(text: str) -> str:
    return text.replace("~", "\u00a0")


def accept(markup: str) -> str:
    """The text with its marks accepted; deletions never hold other marks, so the innermost go first."""
    kept = re.sub(r"\{-(?:\^\d)?.*?-\}", "", markup)
    kept = re.sub(r"\{\+(?:\^\d)?(.*?)\+\}", r"\1", kept)
    return re.sub(r"\{\*(?:\^\d)?(.*?)\*\}", r"{!\1!}", kept)


def reject(markup: str) -> str:
    """The text with its marks rejected."""
    kept = re.sub(r"\{\+.*?\+\}", "", markup)
    kept = re.sub(r"\{-(?:\^\d)?(.*?)-\}", r"\1", kept)
    return re.sub(r"\{\*(?:\^\d)?(.*?)\*\}", r"\1", kept)


def without_comments(markup: str) -> str:
    return re.sub(r"\{#\w+\||#\}", "", markup)


def signed(markup: str, who: int) -> str:
    """The same marks, made by the delegation's person `who`."""
    return re.sub(r"\{([-+*])(?!\^)", rf"{{\1^{who}", markup) if who != 1 else markup
