"""Values to JSON and back: what the stages hand on, readable by an officer.

Atoms (characters of plane 16) are written as they are; everything else is plain words. Reading gives the same values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import orjson

T = TypeVar("T")
Build = Callable[[Any], Any]
_BUILDERS: dict[Any, Build] = {}


def write_json(path: Path, value: Any) -> None:
    """Write a value (dataclasses, tuples, dicts) as indented JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_json(value))


def write_lines(path: Path, values: Iterable[Any]) -> None:
    """Write many values as JSON, one on each line: half as long as indented, and quicker to search."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"[\n%s\n]\n" % _in_lines(values))


def write_listed(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_listed(value))


def to_listed(value: Any) -> bytes:
    """JSON whose objects are indented as far as no list holds them; of a list, each item stands on one line."""
    return _listed(value, b"\n") + b"\n"


def _listed(value: Any, line: bytes) -> bytes:
    """line: what begins one."""
    inner = line + b"  "
    if is_dataclass(value) and not isinstance(value, type):
        value = {f.name: getattr(value, f.name) for f in fields(value)}
    if isinstance(value, dict) and value:
        entries = (b"%s: %s" % (orjson.dumps(key), _listed(held, inner)) for key, held in value.items())
        return b"{%s%s%s}" % (inner, (b"," + inner).join(entries), line)
    if isinstance(value, (list, tuple)) and value:
        return b"[%s%s%s]" % (inner, _in_lines(value, inner), line)
    return orjson.dumps(value)


def _in_lines(values: Iterable[Any], line: bytes = b"\n") -> bytes:
    """Each value begins a line."""
    return (b"," + line).join(map(orjson.dumps, values))


def to_json(value: Any) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS)


def read_json(path: Path) -> Any:
    return from_json(path.read_bytes())


def from_json(data: bytes) -> Any:
    return orjson.loads(data)


def load(kind: type[T], value: Any) -> T:
    """The value of a dataclass from what JSON gives for it."""
    return cast(T, builder(kind)(value))


def builder(kind: Any) -> Build:
    found = _BUILDERS.get(kind)
    if found is None:
        found = _BUILDERS[kind] = _made(kind)
    return found


def _made(kind: Any) -> Build:
    origin = get_origin(kind)
    if is_dataclass(kind):
        return _of_dataclass(cast(type, kind))
    if origin is tuple:
        return _of_tuple(get_args(kind))
    if origin is dict:
        value = builder(get_args(kind)[1])
        return lambda v: {k: value(x) for k, x in v.items()}
    if origin in (Union, UnionType):
        inner = [a for a in get_args(kind) if a is not type(None)]
        one = builder(inner[0])
        return lambda v: None if v is None else one(v)
    return lambda v: v


def _of_tuple(kinds: tuple[Any, ...]) -> Build:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        if kinds[0] in (str, int):
            return tuple
        one: list[Build] = []

        def many(value: Any) -> tuple[Any, ...]:
            if not value:
                return ()
            if not one:  # a class may hold itself
                one.append(builder(kinds[0]))
            return tuple([one[0](v) for v in value])

        return many
    parts = [builder(k) for k in kinds]
    return lambda v: tuple([build(x) for build, x in zip(parts, v, strict=True)])


def _of_dataclass(kind: type) -> Build:
    hints = get_type_hints(kind)
    plain = [f.name for f in fields(kind)]
    parts: list[tuple[str, Build]] = []

    def build(value: Any) -> Any:
        if not parts:
            parts.extend((name, builder(hints[name])) for name in plain)
        return kind(**{name: make(value[name]) for name, make in parts if name in value})

    return build
