"""Sentences: "|" marks where one ends and the next begins."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.records import Section
from communique.segment import find_sections, find_sentences
from communique.segment.sentences import split_sentences


def split(text: str) -> str:
    return "|".join(text[start:end] for start, end in split_sentences(text, 0, len(text)))


@pytest.mark.parametrize(
    "marked",
    [
        "Il part.|Elle reste !|Pourquoi ?|Nul ne sait…|Fin",
        # titles, initials, abbreviations
        "M. Dupont et Mme. Durand saluent le Pr. Ndoye.|Le Dr. Roux aussi.",
        "J. Martin, J.-P. Roux et E.E. Smith signent.|Ils partent.",
        "Le maire part.|- 4 janvier 1989 : il revient.|– 12 mars : il repart.|Il perd 3 pts – 12 en tout.",
        "La firme T.A. (Techniques d’avant-garde) signe.|Le plan B.|(Il échoue.)",
        "Voir art. 3, p. 12, n°. 4, fig. 2 et cf. Martin.|Puis relire.",
        "Lyon, Nîmes, etc. sont cités.|Oui, Lyon, Nîmes, etc.|Les autres non.",
        "Au IIe siècle av. J.-C. déjà.|Au IIe siècle av. J.-C.|Les vignerons bouturaient.",
        "Le plan B.|Il échoue.|Le plan B.|12 pays le suivent.",
        "Le code (art. L. 1225-9) le prévoit.|Mais non.",
        "Publié en sept. 2024 chez Sylva inc.|Le groupe réagit.",
        "La ville de St. Gall.|Elle gagne.",
        "Tél. 04 66 78 50 00.|Merci.",
        # numbers, addresses
        "Une hausse de 3.5 % en 2019.|12 pays suivent.",
        "Lire www.ville.example/a.b?c=1. et rien d'autre.",
        "1. Former les équipes.|2. Recruter.",
        # blanks that a page lost
        "L’usine fermera en juin.|Le maire réagit : « Non ».|Le préfet aussi.|« Oui », dit-il.|Trois blessés en 1981.|La suite.",
        "Est-ce fini?|Non.|Il part.|À demain, dit-on.|L’an 2000!|Voilà.",
        "Voir www.Nantes.Fr, Vélo.Org, Node.Js, M.Dupont, Dr.Martin, J.-P.Martin, étudiant.Es, S.N.C.F.Le et prof.Roux.",
        "Le 2.Le plan et la version V2.Bêta, « gens.“",
        "Il est sauf (dit-on).|Le préfet aussi.",
        # quotations
        "« Nous sommes prêts.|Il faut partir », dit-elle.",
        "« Qui croire ? », demande Marie.|Nul ne répond.",
        "« Qui croire ? » demande Marie.",
        "« C’est fini ! » lance X en riant.",
        "« Il le sait. »|Le maire proteste.",
        "“Partons.”|Le maire proteste.",
        '"Partons." a dit X.|"Restons."|Il rit.',
        'Il dit : " Partons. "|Le maire rit.',
        "Il s’en va.|« Tant mieux », dit-elle.",
        "Le film « That Summer ! » sort en mai.",
        # points of suspension, dashes, brackets
        "Un constat… partagé.|Ou pas...|Elle hésite.",
        "« Nous avons […] réussi », dit-il.",
        "« Nous avons (…) Un jour », dit-il.",
        "Prêts ?|— Oui, nous le sommes.",
        "Notre projet – et quel projet ! – avance.",
        "(Les comptes sont clos.)|La suite vient.",
        "Il signe 8 640 articles.(1)|Elle lit.",
        # a capital typed without its accent
        "Il attend.|à ce jour, rien ne vient.",
        "Un groupe ;|non".replace("|", " "),
    ],
)
def test_boundaries(marked: str) -> None:
    assert split(marked.replace("|", " ")) == marked


def test_line_ends_are_blanks_within_a_section() -> None:
    text = "Le laboratoire de té-\nlédétection avance.\nIl recrute M.\nDupont."
    assert split(text) == "Le laboratoire de té-\nlédétection avance.|Il recrute M.\nDupont."


def test_sections_are_not_crossed() -> None:
    text = "Un titre sans point\n\nUne phrase. Une autre.\n\nContact : Ulla Marin"
    found = [text[s.start : s.end] for s in find_sentences(text, find_sections(text))]
    assert found == ["Un titre sans point", "Une phrase.", "Une autre.", "Contact : Ulla Marin"]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ABcd é.!?…«»“”\"'()[] \n-–—12;à\u00a0\u202f")), max_size=120))
def test_sentences_cover_the_section(text: str) -> None:
    section = Section(kind="paragraph", start=0, end=len(text))
    at = 0
    for sentence in find_sentences(text, [section]):
        assert not text[at : sentence.start].strip()
        surface = text[sentence.start : sentence.end]
        assert surface
        assert surface == surface.strip()
        at = sentence.end
    assert not text[at:].strip()


@pytest.mark.parametrize("unit", [".", ". ", '."', "« ", ".» ", "A. ", '. " ', "etc. "])
def test_time_is_linear(unit: str) -> None:
    def seconds(n: int) -> float:
        text = unit * n
        start = time.process_time()
        list(split_sentences(text, 0, len(text)))
        return time.process_time() - start

    seconds(1_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.005)
