"""Words on decisions that were not taken over. "old note": how the head of the column read in earlier workbooks."""

WORDS = {
    "en": {
        "sheet left decisions": "Decisions left", "left reason": "Why not taken over", "notice decision": "decision", "old note": "Note",
    },
    "es": {
        "sheet left decisions": "Decisiones no incorporadas", "left reason": "Por qué no se incorporó", "notice decision": "decisión",
        "old note": "Nota",
    },
    "fr": {
        "sheet left decisions": "Décisions non reprises", "left reason": "Pourquoi elle n’est pas reprise",
        "notice decision": "décision", "old note": "Note",
    },
    "pt": {
        "sheet left decisions": "Decisões não incorporadas", "left reason": "Por que não foi incorporada",
        "notice decision": "decisão", "old note": "Nota",
    },
}  # fmt: skip
