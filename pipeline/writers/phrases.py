"""The Secretariat's own words in both outputs, in the language of the document. Neutral by law 7: no ranking, no words of majority.

Sentences with braces take values by name. The words stand in words/, one module a language; more modules of words, each a
dictionary of dictionaries by language, are joined in JOINED.
"""

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.writers.words import book_en, book_es, book_fr, book_pt, decided, en, es, fr, page, printed, pt

Words = Mapping[str, Mapping[str, str]]
DOCUMENT: Words = {"en": en.WORDS, "es": es.WORDS, "fr": fr.WORDS, "pt": pt.WORDS}
WORKBOOK: Words = {"en": book_en.WORDS, "es": book_es.WORDS, "fr": book_fr.WORDS, "pt": book_pt.WORDS}
JOINED: tuple[Words, ...] = (DOCUMENT, WORKBOOK, decided.WORDS, printed.WORDS, page.WORDS)
PHRASES: Words = MappingProxyType(
    {language: MappingProxyType({key: said for words in JOINED for key, said in words[language].items()}) for language in DOCUMENT}
)


def phrases(language: str) -> Mapping[str, str]:
    """The words in the language of the document; English where there are none in it."""
    return PHRASES.get(language, PHRASES["en"])


def shown_as(group: str, key: str, say: Mapping[str, str]) -> str:
    """An entry of one of the closed lists of report.json ("status", "merged") as the document shows it."""
    return say.get(f"{group} {key}", key)


def headed(words: str, language: str, own: str, translated: bool, say: Mapping[str, str]) -> str:
    """The words as received, after a head that names their language where it is not the document's own."""
    if not language or language == own:
        return words
    head = say["original translated" if translated else "original pending"]
    return head.format(language=say.get(f"language {language}", language)) + words
