"""The bench: our pipeline against the best public engine and against the floor, on one generated set.

``python -m tests.benchmark`` prints one table. ``generate`` writes the set, ``measure`` times whole processes,
``peer`` and ``floor`` are the programs that are compared, ``bounds`` holds what the figures must keep to.
"""
