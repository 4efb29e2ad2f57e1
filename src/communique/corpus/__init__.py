"""Articles seen together: people and institutions merged across them, and tables of everything.

>>> from communique import Corpus, extract
>>> corpus = Corpus.from_articles([
...     extract("Jeanne Morel, directrice de l'Insee, annonce 12 recrutements.", "2023-02-01", model=None),
...     extract("« Nous serons 15 », dit Jeanne Morel, présidente du CNRS.", "2025-02-01", model=None),
... ])
>>> corpus.person("p-jeanne-morel").why[0].split(":")[0]
'same full name'
"""

from __future__ import annotations

from communique.corpus.corpus import Corpus
from communique.corpus.errors import MissingExtraError, RecordsError
from communique.corpus.merged import CorpusInstitution, CorpusPerson, CorpusRole

__all__ = ["Corpus", "CorpusInstitution", "CorpusPerson", "CorpusRole", "MissingExtraError", "RecordsError"]
