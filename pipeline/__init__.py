"""Consolidates the submissions of member states on a draft into one proven document and a comparison workbook.

The stages, in order; each reads and writes named JSON under ``outputs/stages/``:

==========  ============================================  ==========================================
stage       reads                                         writes
==========  ============================================  ==========================================
ingest      inputs/ (draft, submissions, toml)            stages/ingest/*.json, stages/register.json
place       stages/ingest, placements.xlsx, crosswalk     (within align) remarks as edits and comments at provisions
align       stages/ingest, stages/register.json           stages/align.json (proposals with their provisions)
merge       stages/ingest, stages/align.json              stages/merge.json (unions, conflicts)
publish     all of them                                   consolidated.docx, comparison.xlsx, by-contributor/
audit       inputs/ and the written files                 report.json
==========  ============================================  ==========================================

What is no version of the draft goes through ``forms`` (a file of any form as blocks), ``tables`` and ``letters`` (blocks as
remarks), ``citations`` and ``instructions`` (words as places and as edits) and ``placing``. ``others`` writes the marks on
another text than the draft: the draft in another language, the Rapporteur's report.

``model`` holds the values that they hand on, ``ooxml`` what knows Word, ``readers`` and ``writers`` the two ends,
``merging`` the pure middle, ``auditing`` a reader of the written files that shares no code with the writers.
"""
