"""A package as zip entries, content types and relationships (ECMA-376 part 2), and whether these fit together."""

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
PR = "{http://schemas.openxmlformats.org/package/2006/relationships}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
OFFICE_DOCUMENT = "/officeDocument"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True)
class Relationship:
    id: str
    type: str
    target: str  # a part's name, without the leading slash; an external target as it stands
    external: bool


@dataclass
class Package:
    names: list[str]
    trees: dict[str, etree._Element]  # every XML part that could be parsed, by name
    overrides: list[tuple[str, str]] = field(default_factory=list)
    defaults: list[tuple[str, str]] = field(default_factory=list)
    relationships: dict[str, list[Relationship]] = field(default_factory=dict)  # by source part; "" is the package

    def type_of(self, part: str) -> str:
        """The content type, "" where none is declared; names compare without case (part 2, 6.2.2.3)."""
        for name, kind in self.overrides:
            if name.lower() == part.lower():
                return kind
        extension = part.rpartition(".")[2].lower()
        return next((kind for name, kind in self.defaults if name.lower() == extension), "")

    @property
    def main_part(self) -> str | None:
        for relationship in self.relationships.get("", []):
            if relationship.type.endswith(OFFICE_DOCUMENT) and relationship.target in self.trees:
                return relationship.target
        return None

    def parts_of_type(self, ending: str) -> list[str]:
        """Names of parsed parts whose content type ends so, such as ``.comments+xml``."""
        return [name for name in self.trees if self.type_of(name).endswith(ending)]

    def tree_of_type(self, ending: str) -> tuple[str, etree._Element] | None:
        return next(((name, self.trees[name]) for name in self.parts_of_type(ending)), None)


def at(part: str, element: etree._Element, what: str) -> str:
    """One finding: the part, the element's path in it, and what is wrong."""
    return f"{part}: {element.getroottree().getpath(element)}: {what}"


def read_package(path: Path) -> tuple[Package | None, list[str]]:
    """The package and what could not be read of it."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [info.filename for info in archive.infolist() if not info.is_dir()]
            contents = {name: archive.read(name) for name in names}
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as failure:
        return None, [f"{path.name}: not a readable zip archive: {failure}"]
    found = [f"{name}: stands {count} times in the archive" for name, count in repeated(names)]
    package = Package(names, {})
    for name in contents:
        if name.lower().endswith((".xml", ".rels", ".vml")):
            found += parse_into(package, name, contents[name])
    read_content_types(package)
    read_relationships(package)
    return package, found


def repeated(names: list[str]) -> list[tuple[str, int]]:
    return [(name, count) for name, count in Counter(map(str.lower, names)).items() if count > 1]


def parse_into(package: Package, name: str, content: bytes) -> list[str]:
    try:
        root = etree.fromstring(content, PARSER)
    except etree.XMLSyntaxError as failure:
        # Word writes old-style VML that is no XML, and reads it back
        return [] if name.endswith(".vml") else [f"{name}: not well-formed XML: {failure.msg}"]
    package.trees[name] = root
    return [f"{name}: has a DOCTYPE"] if root.getroottree().docinfo.doctype else []


def read_content_types(package: Package) -> None:
    root = package.trees.pop(CONTENT_TYPES, None)
    for item in root if root is not None else ():
        if item.tag == f"{CT}Override":
            package.overrides.append((unquote(item.get("PartName", "")).lstrip("/"), item.get("ContentType", "")))
        elif item.tag == f"{CT}Default":
            package.defaults.append((item.get("Extension", ""), item.get("ContentType", "")))


def read_relationships(package: Package) -> None:
    for name in [name for name in package.trees if name.endswith(".rels")]:
        source = source_of(name)
        root = package.trees.pop(name)
        package.relationships[source] = [relationship_of(item, source) for item in root.iter(f"{PR}Relationship")]


def source_of(rels: str) -> str:
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relationship_of(item: etree._Element, source: str) -> Relationship:
    external = item.get("TargetMode") == "External"
    target = item.get("Target", "")
    if not external and not target.startswith("#"):
        whole = posixpath.join("/" + posixpath.dirname(source), unquote(target.partition("#")[0]))
        target = posixpath.normpath(whole).lstrip("/")
    return Relationship(item.get("Id", ""), item.get("Type", ""), target, external)


def package_findings(package: Package) -> list[str]:
    if CONTENT_TYPES not in package.names:
        return [f"{CONTENT_TYPES}: missing"]
    return [
        *type_findings(package),
        *relationship_findings(package),
        *(finding for part, root in package.trees.items() for finding in reference_findings(package, part, root)),
        *(finding for part, root in package.trees.items() for finding in prefix_findings(part, root)),
    ]


def type_findings(package: Package) -> Iterator[str]:
    for kind, declared in (("Override", package.overrides), ("Default", package.defaults)):
        for name, count in repeated([name for name, _ in declared]):
            yield f"{CONTENT_TYPES}: {count} {kind}s for {name}"
    lower = set(map(str.lower, package.names))
    for name, _ in package.overrides:
        if name.lower() not in lower:
            yield f"{CONTENT_TYPES}: Override for {name}, which is not in the package"
    for name in package.names:
        if name != CONTENT_TYPES and not package.type_of(name):
            yield f"{name}: has no content type"


def relationship_findings(package: Package) -> Iterator[str]:
    if package.main_part is None:
        yield "_rels/.rels: no main document"
    lower = set(map(str.lower, package.names))
    for source, relationships in package.relationships.items():
        if source and source not in package.names:
            yield f"{source}: has relationships but is not in the package"
        for name, count in Counter(relationship.id for relationship in relationships).items():
            if count > 1:
                yield f"{source or 'package'}: {count} relationships with the id {name}"
        for item in relationships:
            # "#bookmark" without TargetMode is a link within the document; "NULL" is Word's lost picture
            inside = not item.external and not item.target.startswith("#") and not item.target.endswith("NULL")
            if inside and item.target.lower() not in lower:
                yield f"{source or 'package'}: relationship {item.id} to {item.target}, which is not in the package"


def reference_findings(package: Package, part: str, root: etree._Element) -> Iterator[str]:
    """Every attribute of the relationships namespace (r:id, r:embed, r:link, r:dm, ...) names a relationship."""
    known = {relationship.id for relationship in package.relationships.get(part, [])}
    for element in root.iter(etree.Element):
        for name, value in element.attrib.items():
            if name.startswith(R) and value and value not in known:
                yield at(part, element, f"{name.removeprefix(R)}={value!r} names no relationship")


def prefix_findings(part: str, root: etree._Element) -> Iterator[str]:
    """Word refuses a part whose mc:Ignorable, or a Choice's Requires, names a prefix without a namespace."""
    for element in root.iter(etree.Element):
        needed = element.get(f"{MC}Ignorable", "").split()
        if element.tag == f"{MC}Choice":
            needed += element.get("Requires", "").split()
        for prefix in needed:
            if prefix not in element.nsmap:
                yield at(part, element, f"the prefix {prefix} is used but not declared")
