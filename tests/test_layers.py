"""The layout tells the story only while nobody imports across it; this test walks every import of the package."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STAGES = ("ingest", "align", "merge", "publish", "audit", "run", "__main__")
# who -> what it must never import, directly; paths below pipeline/
FORBIDDEN = {
    "ooxml": (*STAGES, "readers", "writers", "merging", "auditing"),
    "align": ("ooxml", "readers", "writers"),
    "merge": ("ooxml", "readers", "writers"),
    "merging": ("ooxml", "readers", "writers"),
    "placing": ("ooxml", "readers", "writers"),
    "citations": ("ooxml", "readers", "writers"),
    "instructions": ("ooxml", "readers", "writers"),
    "letters": ("ooxml", "readers", "writers"),
    "tables": ("ooxml", "readers", "writers"),
    "forms": ("readers", "writers", *STAGES),
    "readers": ("writers",),
    "writers": ("readers",),
    "auditing": ("ooxml", "readers", "writers", "merging"),
    "audit": ("ooxml", "readers", "writers", "merging"),
}


def files_of(layer: str) -> list[Path]:
    folder = ROOT / "pipeline" / layer
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [folder.with_suffix(".py")]


def imports(path: Path) -> Iterator[str]:
    """The full names of the modules that a file imports, wherever in it."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(x for x in (above, node.module or "") if x)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("layer", list(FORBIDDEN))
def test_a_layer_imports_nothing_across(layer):
    """Formats stay in ooxml, the two ends do not know each other, the audit shares nothing with the writers."""
    for path in files_of(layer):
        found = {name.split(".")[1] for name in imports(path) if name.startswith("pipeline.")}
        assert found.isdisjoint(FORBIDDEN[layer]), path.name


def test_the_model_needs_the_standard_library_alone():
    """The values must outlive every package that reads or writes them."""
    for module in ("model.py", "remarks.py"):
        names = {name for name in imports(ROOT / "pipeline" / module) if not name.startswith("pipeline.remarks")}
        assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("layer", ["model", "align", "merge", "merging"])
def test_no_word_of_the_format_stands_in_the_middle(layer):
    """A name that starts with w: lives in the OOXML layer only; docstrings may speak of it."""
    for path in files_of(layer):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        prose = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
        literals = (n for n in ast.walk(tree) if isinstance(n, ast.Constant) and id(n) not in prose)
        assert [n.value for n in literals if isinstance(n.value, str) and n.value.startswith("w:")] == [], path.name


def test_the_walk_sees_relative_and_absolute_imports():
    """A walk that saw nothing would pass everything."""
    assert {"pipeline.model", "pipeline.compare"} <= set(imports(ROOT / "pipeline" / "readers" / "version.py"))
    assert any(name.startswith("pipeline.auditing") for name in imports(ROOT / "pipeline" / "audit.py"))
