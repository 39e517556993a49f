"""Reads the written files back and judges the laws of design.md section 3, sharing no code with what wrote them.

``package`` and ``names`` open a file, ``compiling`` turns a story into ``blocks`` once, ``reading`` shows them to any
set of accepted authors, ``document`` joins the stories. ``received`` keeps what a received file comes down to. Then one
module a law: ``reject_all`` (0), ``own_views`` (1), ``attribution`` (2), ``totals`` (3), ``ids`` (5), ``leaks`` (6) and ``neutral`` (7).
"""
