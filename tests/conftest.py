"""Tests keep nothing with the user: what the audit knows of files goes to a folder that ends with the run."""

import os
import tempfile

_FOLDER = tempfile.TemporaryDirectory(prefix="consolidation-cache-")
os.environ["XDG_CACHE_HOME"] = _FOLDER.name
