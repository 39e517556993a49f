"""Names a remark by its words, whatever its place in the file: what the officer chose for it finds it again."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from ..remarks import Remark


def keys_of(contributors: Sequence[str], remarks: Sequence[Remark]) -> list[str]:
    """Names each remark by its words, so that the officer's choice finds it again when the file is sent anew.

    Of equal ones ("idem", "editorial", delete "the") the second is told from the first, the third from both.
    """
    return unlike([key_of_words("; ".join(contributors), r.reference, r.text, r.proposed) for r in remarks])


def unlike(keys: Sequence[str]) -> list[str]:
    seen: Counter[str] = Counter()
    out = []
    for key in keys:
        seen[key] += 1
        out.append(key if seen[key] == 1 else f"{key}-{seen[key]}")
    return out


def key_of_words(*words: str) -> str:
    return hashlib.sha256("\x1f".join(" ".join(w.split()) for w in words).encode()).hexdigest()[:12]
