"""Who is named as the speaker of each quotation of a text under a title."""

from __future__ import annotations

from communique.pipeline import Pipeline

TITLE = "Une rentrée sous le signe de l'eau\n\n"
MARIE = (
    "Marie Dupont, directrice de l'Université de Nantes, a ouvert la séance. "
    "Jean Martin, maire de Nîmes, l'a suivie. "
)


def speakers(pipeline: Pipeline, text: str) -> list[str | None]:
    """The names of the speakers, in order; None for one that is not known."""
    article = pipeline(TITLE + text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    return [names.get(q.speaker or "") for q in article.quotations]
