"""The test suite; a package of its own, since fast-diff-match-patch installs a top-level ``tests`` as well."""
