"""The bench: our pipeline against the best public engine and against the floor, on one generated set.

``python -m tests.benchmark`` prints one table. ``generate`` and ``document`` write the set, ``measure`` times whole
processes, ``programs`` names them (``peer`` and ``floor`` among them), ``__main__`` holds the bounds and the table.
"""
