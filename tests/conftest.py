"""Tests keep nothing with the user: what the audit knows of files goes to a folder that ends with the run.

A run loads some modules late, in child processes that end with it. Loaded here they are inherited by all of these, and a test
runs on the code as it stood when the tests began, whoever changes a file meanwhile.
"""

import os
import tempfile
from importlib import import_module
from pkgutil import walk_packages

import pipeline

_FOLDER = tempfile.TemporaryDirectory(prefix="consolidation-cache-")
os.environ["XDG_CACHE_HOME"] = _FOLDER.name

for found in walk_packages(pipeline.__path__, f"{pipeline.__name__}."):
    if found.name != "pipeline.__main__":
        import_module(found.name)
