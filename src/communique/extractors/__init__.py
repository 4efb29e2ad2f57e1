"""The ordered registry of extractors: the only place that names them all."""

from __future__ import annotations

from communique.extractors.base import Extractor
from communique.extractors.counts import extract_counts
from communique.extractors.dates import extract_dates
from communique.extractors.institutions import extract_institutions, name_institutions, propose_institutions
from communique.extractors.people import extract_people
from communique.extractors.people.roles import extract_roles
from communique.extractors.quotations import extract_quotations
from communique.extractors.rankings import extract_rankings, find_rankings, name_rankings

# Roles come after institutions, yet make known those that somebody leads and nothing else names.
EXTRACTORS: tuple[Extractor, ...] = (
    Extractor("dates", extract_dates),
    Extractor("people", extract_people, asks=frozenset({"PER"})),
    Extractor(
        "institutions", extract_institutions, needs=("people", "roles"), asks=frozenset({"PER"}),
        before=(name_institutions, propose_institutions),
    ),
    Extractor("roles", extract_roles, needs=("people", "institutions")),
    Extractor(
        "rankings", extract_rankings, needs=("dates", "institutions", "roles", "quotations"),
        before=(find_rankings, name_rankings),
    ),
    Extractor("counts", extract_counts, needs=("dates", "institutions", "rankings")),
    Extractor("quotations", extract_quotations, needs=("people", "institutions", "roles")),
)  # fmt: skip
