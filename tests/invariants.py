"""What every record of every article satisfies, whatever the text."""

from __future__ import annotations

from communique.records import Article, Span


def check(article: Article) -> None:
    text = article.text

    def valid(span: Span) -> None:
        assert 0 <= span.start < span.end <= len(text)
        surface = text[span.start : span.end]
        assert surface == surface.strip(), repr(surface)

    for kind in ("sections", "sentences", "rankings", "counts", "quotations", "dates"):
        records = getattr(article, kind)
        assert [r.start for r in records] == sorted(r.start for r in records), kind
        for record in records:
            valid(record)
            if hasattr(record, "text"):
                assert text[record.start : record.end] == record.text
    ids = {i.id for i in article.institutions} | {p.id for p in article.people}
    assert len(ids) == len(article.institutions) + len(article.people)
    for n, institution in enumerate(article.institutions, 1):
        assert institution.id == f"i{n}"
        assert institution.mentions
        assert institution.name
        for mention in institution.mentions:
            valid(mention)
    for n, person in enumerate(article.people, 1):
        assert person.id == f"p{n}"
        assert person.mentions
        for mention in person.mentions:
            valid(mention)
        for role in person.roles:
            valid(role)
            assert role.title
            assert role.institution is None or role.institution in ids
    for named in (article.institutions, article.people):
        firsts = [r.mentions[0].start for r in named]
        assert firsts == sorted(firsts)
    for quotation in article.quotations:
        assert quotation.speaker is None or quotation.speaker in ids
        assert quotation.parts
        for part in quotation.parts:
            valid(part)
            assert quotation.start <= part.start < part.end <= quotation.end
    for ranking in article.rankings:
        assert ranking.subject is None or ranking.subject in ids
    check_sections(article)


def check_sections(article: Article) -> None:
    """Sections cover every non-blank line in order, without overlap; sentences stay inside them."""
    covered = 0
    for section in article.sections:
        assert not article.text[covered : section.start].strip()
        assert section.start >= covered
        covered = section.end
    assert not article.text[covered:].strip()
    sections = iter(article.sections)
    section = next(sections, None)
    for sentence in article.sentences:
        while section is not None and section.end <= sentence.start:
            section = next(sections, None)
        assert section is not None
        assert section.start <= sentence.start < sentence.end <= section.end
