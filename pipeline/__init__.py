"""Consolidates the submissions of member states on a draft into one proven document and a comparison workbook.

The stages, in order; each reads and writes named JSON under ``outputs/stages/``:

==========  ============================================  ==========================================
stage       reads                                         writes
==========  ============================================  ==========================================
ingest      inputs/ (draft, submissions, toml)            stages/ingest/*.json, stages/register.json
align       stages/ingest, stages/register.json           stages/align.json (proposals with their provisions)
merge       stages/ingest, stages/align.json              stages/merge.json (unions, conflicts)
publish     all of them                                   consolidated.docx, comparison.xlsx, by-contributor/
audit       inputs/ and the written files                 report.json
==========  ============================================  ==========================================

``model`` holds the values that they hand on, ``ooxml`` what knows Word, ``readers`` and ``writers`` the two ends,
``merging`` the pure middle, ``auditing`` a reader of the written files that shares no code with the writers.
"""
