"""Named organisations: rules propose names, the article's own usage extends them to every naming."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from communique.document import Document
from communique.extractors.institutions.acronyms import defined_acronyms, tied_acronyms
from communique.extractors.institutions.affiliations import beside_names, slashed_names
from communique.extractors.institutions.apposed import acronyms_after, acronyms_told, apposed_names
from communique.extractors.institutions.bare_subjects import bare_subjects
from communique.extractors.institutions.candidates import Candidate, Context
from communique.extractors.institutions.certain import numbered_names
from communique.extractors.institutions.classed import classed_names
from communique.extractors.institutions.consistency import every_naming
from communique.extractors.institutions.coordination import coordinated_names
from communique.extractors.institutions.foreign import foreign_names
from communique.extractors.institutions.heads import headed_names
from communique.extractors.institutions.imprints import imprint_names
from communique.extractors.institutions.introduced import introduced_names
from communique.extractors.institutions.known import known_bodies
from communique.extractors.institutions.letterheads import letterhead_names
from communique.extractors.institutions.lower_brands import lower_brands
from communique.extractors.institutions.ministries import ministries_by_field
from communique.extractors.institutions.offices import state_offices
from communique.extractors.institutions.one_of_a_kind import sided_parties, unique_bodies
from communique.extractors.institutions.one_word import one_word_museums
from communique.extractors.institutions.quoted_names import quoted_subjects
from communique.extractors.institutions.ranked_lists import ranked_names
from communique.extractors.institutions.roster_names import roster_names
from communique.extractors.institutions.set_off import set_off_names
from communique.extractors.institutions.signs import named_signs
from communique.extractors.institutions.state_bodies import state_bodies
from communique.extractors.institutions.tables import table_names
from communique.extractors.institutions.undecided import Undecided
from communique.extractors.institutions.web_names import web_names
from communique.extractors.institutions.words import Words
from communique.mentions import Found, InstitutionMention

RULES: tuple[Callable[[Context], Iterator[Candidate]], ...] = (
    known_bodies,
    state_bodies,
    unique_bodies,
    sided_parties,
    state_offices,
    defined_acronyms,
    apposed_names,
    acronyms_after,
    coordinated_names,
    numbered_names,
    headed_names,
    introduced_names,
    imprint_names,
    letterhead_names,
    classed_names,
    beside_names,
    slashed_names,
    foreign_names,
    named_signs,
    table_names,
    ranked_names,
    one_word_museums,
    lower_brands,
    quoted_subjects,
    set_off_names,
    bare_subjects,
    web_names,
    roster_names,
    ministries_by_field,
    tied_acronyms,
    acronyms_told,
)


def name_institutions(doc: Document, found: Found) -> None:
    """The first step: what the rules name by themselves."""
    if doc.text.strip() and _undecided(doc, found) is None:
        doc.kept[_KEPT] = ctx = Context(Words(doc), found)
        for rule in RULES:
            ctx.accept(rule(ctx))


def propose_institutions(doc: Document, found: Found) -> None:
    """The second step: the names that are left, with what speaks for each."""
    kept = doc.kept.get(_KEPT)
    if isinstance(kept, Context):
        doc.kept[_KEPT] = Undecided(kept)


def extract_institutions(doc: Document, found: Found) -> Iterator[InstitutionMention]:
    """Every naming of a body, the longest name winning."""
    if not doc.text.strip():
        return
    names = _undecided(doc, found)
    if names is None:
        name_institutions(doc, found)
        propose_institutions(doc, found)
        names = _undecided(doc, found)
        assert names is not None
    before = names.named
    names.decide()
    if before is not None and names.named == before:  # nothing came of the model's answer
        yield from found.institutions
        return
    names.ctx.accept(iter(names.named or ()))
    yield from every_naming(names.ctx)


_KEPT = "institutions"


def _undecided(doc: Document, found: Found) -> Undecided | None:
    """The names kept, if the people are still those that they were read with."""
    kept = doc.kept.get(_KEPT)
    return kept if isinstance(kept, Undecided) and kept.people == found.people else None
