"""Lines that begin although nothing parts them from the name before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.document import Document
from communique.extractors.lost_lines import lost_lines

MARKED = [
    "Rendez-vous au Parlement européen |Bien que la session soit close.",
    "Dans la cour du Conservatoire Henri Torvel |Quel programme ?",
    "Une création de Marc Torvel |Dans ce spectacle, deux frères se retrouvent.",
    "Soutenue par la Fondation Torvel |Retrouvez les œuvres au premier étage.",
    "Vernissage avec Serge Torvel |Le sculpteur présentera ses œuvres.",
    "Lieu : Médiathèque Louise Torvel |Adresse : 12 rue des Lilas.",
    "Concert de l'orchestre Morvel B |Enseignant·es : Anne Petit et Paul Grand",
    "À la Maison de la Poésie |Entrée libre dans la limite des places.",
    "Musique : Anne Petit |Création lumière et son : Paul Grand |Costumes : Louis Blanc",
    "Salué par Gérard Torvel |A la tête du peloton, un gendarme.",
    "Marée Haute |Marée Haute est un ensemble de huit musiciens.",
    "Animée par Laure Torvel |Laure Torvel est journaliste.",
    "Julien |Julien étudie à Nantes.",
    "Le JORS |N° 7 a paru.",
    "Avec Anne Morvel |Du 12 au 15 mai, à Nantes.",
    "Lauréate : Anne Petit, Université Jean Torvel |Lauréat : Paul Grand",
    "Syndicat national des journalistes |Paris, le 12 mai 2024",
]
WHOLE = [
    "Marine Le Pen et Jean La Motte étaient là. La Poste recrute.",
    "Le Théâtre Les ateliers et la Compagnie Quand même jouent ce soir.",
    "Le collectif Nous toutes, la liste Nantes En commun, l'association Agir Pour la paix.",
    "Selon Anne Petit, Il faut attendre.",
    "Adresse : 12 rue des Lilas. Contact : Anne Petit",
    "La France, l'Italie et Le Caire..",
    "Duran Duran, New York et Koffi Koffi, 31 ans.",
    "La CGT Cheminots : la grève est votée. Anne Petit a écrit de Nantes, le 12 mai.",
    "Air France Formation : le groupe recrute.",
]


@pytest.mark.parametrize("marked", MARKED)
def test_line_begins(marked: str) -> None:
    doc = Document(marked.replace("|", ""))
    starts = [m.start() - n for n, m in enumerate(re.finditer(r"\|", marked))]
    assert sorted(doc.tokens.start[i] for i in lost_lines(doc)) == starts


@pytest.mark.parametrize("text", WHOLE)
def test_name_goes_on(text: str) -> None:
    doc = Document(text)
    assert [doc.tokens.text[i] for i in lost_lines(doc)] == []


@given(
    st.lists(
        st.sampled_from(
            ["Le", "la", "Anne", "Petit", "Quel", "Adresse", ":", "°", "N", "7", ".", "\n", "est", "Musique"]
        )
    )
)
def test_any_row_of_words_is_read(words: list[str]) -> None:
    doc = Document(" ".join(words))
    assert all(doc.tokens.text[i][0].isupper() for i in lost_lines(doc))
