"""What the stages hand on as JSON: readable line by line, and the same values when read again."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pipeline.store import read_json, to_listed, write_lines, write_listed


@dataclass(frozen=True)
class Held:
    name: str
    parts: tuple[tuple[str, int], ...] = ()


def test_objects_are_indented_and_each_item_of_a_list_has_a_line_of_its_own() -> None:
    value = {"stories": {"body": Held("a", (("x", 1), ("y", 2)))}, "none": [], "laws": {"hold": True}}
    assert to_listed(value).decode().splitlines() == [
        "{", '  "stories": {', '    "body": {', '      "name": "a",', '      "parts": [', '        ["x",1],', '        ["y",2]', "      ]",
        "    }", "  },", '  "none": [],', '  "laws": {', '    "hold": true', "  }", "}",
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["plain", "\x1e", '","\x1e","', ["a", "\x1e", "b"], {"\x1e": None}, '},"\\u001e",{'])
def test_whatever_stands_in_the_values_they_are_read_as_they_were(tmp_path: Path, said: Any) -> None:
    """Also where they hold the sign that parts them while they are written."""
    values = [said, [said, said], {"a": said}, said]
    write_lines(tmp_path / "lines.json", values)
    write_listed(tmp_path / "listed.json", {"values": values, "said": said})
    assert read_json(tmp_path / "lines.json") == values
    assert json.loads((tmp_path / "listed.json").read_bytes()) == {"values": values, "said": said}
    assert len((tmp_path / "lines.json").read_bytes().splitlines()) == len(values) + 2


def test_no_values_are_an_empty_list(tmp_path: Path) -> None:
    write_lines(tmp_path / "lines.json", iter(()))
    assert read_json(tmp_path / "lines.json") == []
