from __future__ import annotations

from communique.extract.rankings.candidates import Candidate, Scan
from communique.mentions import Found


def subject_of(scan: Scan, found: Found, c: Candidate, previous: Candidate | None, following: Candidate | None) -> tuple[int, int] | None:
    return None
