"""Speakers meant by a function, a noun for what they did, or a pronoun."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.link.speakers import Speakers
from communique.pipeline import Pipeline
from communique.records import Institution, Section, Sentence, Span
from marked_speakers import MARIE, speakers

SAYS = "« Tout est prêt », "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the article shows the gender
        (MARIE + SAYS + "prévient la scientifique.", "Marie Dupont"),
        (MARIE + SAYS + "prévient le scientifique.", "Jean Martin"),
        # another word for the function
        (MARIE + SAYS + "glisse l'édile.", "Jean Martin"),
        (MARIE + SAYS + "glisse le premier magistrat de la ville.", "Jean Martin"),
        (MARIE + "Claire Petit est là. " + SAYS + "glisse l'édile.", "Jean Martin"),
        ("Jean Martin, député socialiste du Gard, est venu. " + SAYS + "tonne le socialiste.", "Jean Martin"),
        ("Jean Martin, député socialiste du Gard, est venu. " + SAYS + "tonne le parlementaire.", "Jean Martin"),
        ("Jean Martin, président-directeur général du CNRS, est venu. " + SAYS + "dit le PDG du CNRS.", "Jean Martin"),
        ("Jean Martin, associé chez Airbus, est venu. " + SAYS + "dit l'investisseur.", "Jean Martin"),
        # what they did
        ("Jean Martin remporte la course devant Paul Petit. " + SAYS + "sourit le vainqueur.", "Jean Martin"),
        ("Jean Martin est jugé pour fraude. Le juge, Luc Petit, l'a entendu. " + SAYS + "dit le prévenu.", "Jean Martin"),
        ("Le ministre de l'Énergie, Jean Martin, est venu. La FGTB et l'Insee exigent mieux. Interpellé par le CNRS, "
         "le ministre a éludé. « Nous verrons », a-t-il dit.", "Jean Martin"),
        ("Si Marie Dupont est fière, elle redoute « une année blanche ».", "Marie Dupont"),
        # age, unlisted nouns
        ("Jean Martin est là. Le milieu de terrain, 24 ans, dénonce « un vrai gâchis ».", "Jean Martin"),
        # the subject of the sentence before, rather than who was named last
        ("Marie Dupont remercie Claire Petit pour tout. " + SAYS + "ajoute l'élue.", "Marie Dupont"),
        # a function told of nobody: the one person that can have it
        ("Marie Dupont quitte l'école avec Jean Martin. " + SAYS + "résume la directrice sortante.", "Marie Dupont"),
        ("La maire a tenté d'apaiser : « Rien n'est signé encore. » Marie Dupont a quitté la salle.", "Marie Dupont"),
        # a function with a complement, of the person just named
        ("La question de Claire Petit, ornithologue, a surpris. La chargée d'études du CNRS a dit que tout allait bien.",
         "Claire Petit"),
        # pronouns
        ("« Nous devons tout à Marie Dupont », dit Jean Martin. Pour cette dernière, « rien n'est joué ».",
         "Marie Dupont"),
        ("Marie Dupont a reçu le ministre. Celle qui dirigeait l'école reconnaît « des nuits blanches ».",
         "Marie Dupont"),
        ("Le fabricant de piles Airbus construira une usine, a-t-il annoncé mardi.", "Airbus"),
        ("Marie Dupont et Jean Martin ont été élus. La première salue « un bel élan ».", "Marie Dupont"),
    ],
)  # fmt: skip
def test_speaker(rules_only: Pipeline, text: str, speaker: str) -> None:
    assert speakers(rules_only, text)[-1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        MARIE + SAYS + "dit son prédécesseur.",
        MARIE + SAYS + "dit un élu.",
        MARIE + SAYS + "dit l'organisateur.",
        MARIE + SAYS + "proclame l'affiche.",
        MARIE + SAYS + "murmure l'un d'eux.",
        MARIE + "Quant au recteur, il répond que tout est prêt pour mardi.",
        "La maire a tenté d'apaiser : « Rien n'est signé encore. » Jean Martin a quitté la salle.",
    ],
)
def test_nobody(rules_only: Pipeline, text: str) -> None:
    assert speakers(rules_only, text)[-1] is None


def test_authority_that_is_one_person(rules_only: Pipeline) -> None:
    text = "La Défenseure des droits, Marie Dupont, s'inquiète de « la hausse des refus »."
    assert speakers(rules_only, text) == ["Marie Dupont"]


def test_name_past_the_body_that_is_described(rules_only: Pipeline) -> None:
    text = "Le président du CNRS, la fédération locale, Jean Martin, redoute « une ville sans vie »."
    assert speakers(rules_only, text) == ["Jean Martin"]


def test_company_that_the_article_is_about(rules_only: Pipeline) -> None:
    text = (
        "Airbus ouvre une usine. Airbus et Renault l'ont financée ; Airbus la dirige.\n\n"
        "Le site sera prêt en mai. L'entreprise assure que rien n'a changé depuis."
    )
    assert speakers(rules_only, text) == ["Airbus"]


def test_body_with_its_own_capital_is_no_other_body() -> None:
    text = "L'association Alma est là. L'Association bretonne des marcheurs rit, l'association aussi."
    sentences = (Sentence(start=0, end=26), Sentence(start=27, end=len(text)))
    whole = (Section(kind="paragraph", start=0, end=len(text)),)
    alma = Institution(id="i1", name="Alma", kind="association", mentions=(Span(start=14, end=18),))
    speakers_ = Speakers(Document(text, sections=whole, sentences=sentences), (), (alma,))
    named, meant = text.index("L'Association"), text.index("l'association aussi")
    assert speakers_.resolve(named, text.index(" rit"))[0] is None
    assert speakers_.resolve(meant, meant + len("l'association"))[0] == "i1"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the body that opens a sentence rather than the one named last
        ("Airbus a repris Renault. L'entreprise assure que rien n'a changé depuis.", "Airbus"),
        # a ministry is no union
        ("La CGT proteste. Le ministère de la Culture a tranché. Le syndicat dit que tout va mal.", "CGT"),
        ("La CGT proteste. Pour le syndicat, trois postes sur dix sont vacants.", "CGT"),
    ],
)
def test_noun_for_a_body(rules_only: Pipeline, text: str, speaker: str) -> None:
    assert speakers(rules_only, text) == [speaker]
