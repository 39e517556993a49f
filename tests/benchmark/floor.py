"""The floor: no merge can take less than to unzip and parse the files.  usage: floor.py INPUTS"""

import sys
import zipfile
from pathlib import Path

from lxml import etree

if __name__ == "__main__":
    for path in sorted(Path(sys.argv[1]).rglob("*.docx")):
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(name))
