"""Who wrote an article, alone on its last line; people named in the plural for what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.document import Document, line_start
from communique.extractors.people import lexicon
from communique.extractors.people.runs import Word

_ENDS = frozenset('.!?»…)"”')
_LONGEST = 3  # words
_SHORTEST = 3  # letters of a surname in capitals
_SUCH = re.compile(r"(?:, [^.;:\n]{2,60})?,? et (?:les )?autres? ")


def signs(doc: Document, run: Sequence[Word]) -> bool:
    """ "K. TELLIER", "ANNE PETIT" alone on the line after an article: who wrote it.

    >>> from communique.extractors.people.runs import runs
    >>> doc = Document("Le pont est rouvert.\\nB. TELLIER\\nAutre sujet")
    >>> [signs(doc, run) for run in runs(doc)]
    [False, True, False]
    """
    if not 2 <= len(run) <= _LONGEST:
        return False
    start, end = run[0].lead, run[-1].end
    if doc.text[end : end + 1] not in ("", "\n") and doc.text[end : end + 40].strip():
        return False
    line = line_start(doc.text, start)
    if line == 0 or doc.text[line:start].strip(" \t–—-") or end - run[-1].start < _SHORTEST:
        return False
    above = doc.text[max(0, line - 4) : line].rstrip()
    if not above or above[-1] not in _ENDS:
        return False
    return not any(w.plain in lexicon.not_surnames() for w in run)


def one_of_such(doc: Document, start: int, end: int) -> bool:
    """ "ses rivaux, *les* Anne Petit, Paul Grand *et autre* Luc Roux": people, whatever the article."""
    i = doc.tokens.before(start)
    return i >= 0 and doc.tokens.plain[i] == "les" and _SUCH.match(doc.lower, end) is not None
