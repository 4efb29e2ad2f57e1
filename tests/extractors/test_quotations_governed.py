"""Fragments that a verb before them takes, and marks that hold nobody's words."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

TITLE = "Une rentrée sous le signe de l'eau\n\n"
MARTIN, NIMES = "Jean Martin", "Ville de Nîmes"


def read(pipeline: Pipeline, text: str) -> list[tuple[str, str | None, str | None]]:
    """(words, speaker's name, cue) of each quotation."""
    article = pipeline(TITLE + text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    return [(q.text, names.get(q.speaker or ""), q.cue) for q in article.quotations if q.kind != "indirect"]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Jean Martin parle de « pur gâchis ».", MARTIN, "parle"),
        ("Jean Martin compare la ville à « un pur gâchis ».", MARTIN, "compare"),
        ("Jean Martin met en garde contre « un pur gâchis ».", MARTIN, "met en garde"),
        ("Jean Martin moque « un pur gâchis ».", MARTIN, "moque"),
        ("Jean Martin remercie « un public formidable ».", MARTIN, "remercie"),
        ("Jean Martin s'engage à « planter mille arbres ».", MARTIN, "s'engage"),
        ("Jean Martin a beau répéter que « tout va bien », les élus doutent.", MARTIN, "répéter"),
        ("Jean Martin dit avoir « la gorge nouée ».", MARTIN, "dit"),
        ("Jean Martin assure ne pas vouloir « céder à la panique ».", MARTIN, "assure"),
        ("La Ville de Nîmes apporte « son plein soutien » au club.", NIMES, "apporte"),
        ("La Ville de Nîmes mise sur « une croissance sobre ».", NIMES, "mise"),
        ("Le maire de Nîmes, Jean Martin, la juge « inutile ».", MARTIN, "juge"),
        ("Reste, souligne Jean Martin, que « rien n'est joué ».", MARTIN, "souligne"),
        ("La Ville de Nîmes, par la voix de Jean Martin, salue « un effort réel ».", MARTIN, "salue"),
        ("La Ville de Nîmes dénonce par la voix de Jean Martin « une aumône ».", MARTIN, "dénonce"),
        ("Jean Martin assure qu'un élu sur trois manque et jure n'avoir « rien signé ».", MARTIN, "jure"),
        ("L'association des parents, la Ville de Nîmes, y voit « un signal ».", NIMES, "voit"),
        ("Faute de quoi, prévient Jean Martin, la rentrée sera « blanche ».", MARTIN, "prévient"),
        # the words begin with the verb of the sentence
        ("Jean Martin, maire de Nîmes, « prend acte » de la décision.", MARTIN, None),
        ("Bercy « prend acte » de la décision.", None, None),
        ("Des habitants « refusent de payer » la facture.", None, None),
        # nobody is named
        ("Le président du club, accusé de « diviser pour régner », a démissionné.", None, "accusé"),
        ("La mesure, jugée « hors de prix », est retirée.", None, "jugée"),
        ("Un plan qualifié de « provocation » a été retiré.", None, "qualifié"),
    ],
)
def test_fragment(rules_only: Pipeline, text: str, speaker: str | None, cue: str | None) -> None:
    assert [(s, c) for _, s, c in read(rules_only, text)] == [(speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "Jean Martin, élu « manager de l'année », a remercié ses équipes.",
        "Le site, surnommé « la cathédrale », ouvrira en mai.",
        "L'association est reconnue « d'utilité publique » depuis 1920.",
        "L'entreprise, certifiée « agriculture biologique », emploie 12 personnes.",
        "La maison est classée « monument historique ».",
        "Jean Martin apporte « Le Petit Prince » aux enfants hospitalisés.",
        "La Ville de Nîmes attend « Marie Curie », le nouveau navire.",
        "Jean Martin a obtenu la mention « très bien ».",
        "Elle a reçu un « coup de cœur » du jury.",
        "L'école propose un parcours « data ».",
        "Jean Martin est surnommé « le Lion ».",
        "Jean Martin a présenté « Une saison en forêt », son nouveau roman.",
        "Jean Martin anime l'atelier « Dire non ».",
        "La conférence « Faut-il taxer les robots ? » se tiendra mardi.",
        "Le hashtag « balance ton stage » a été repris 3 000 fois.",
        "Jean Martin surveille « comme le lait sur le feu » ses deux chaudières.",
        "Cette année, le « clou du spectacle » sera le feu d'artifice.",
        "Jean Martin incarne « Cyrano » à l'Opéra de Nîmes.",
        "Le label « Ville fleurie » récompense la Ville de Nîmes.",
        "Opération « bouge ton quartier » samedi à Nîmes.",
        "Atelier « fais ton pain » à 14 heures.",
        "Jean Martin met en garde contre le plan « Cap 2030 ».",
        "Le stade, précise Jean Martin, sera baptisé « Les Arènes ».",
    ],
)
def test_no_fragment(rules_only: Pipeline, text: str) -> None:
    assert read(rules_only, text) == []


def test_two_speakers_in_one_sentence(rules_only: Pipeline) -> None:
    text = "Si Jean Martin dénonce « un net recul », la Ville de Nîmes y voit « un vrai compromis »."
    assert [s for _, s, _ in read(rules_only, text)] == [MARTIN, NIMES]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("Le mot d'ordre de Jean Martin tient en peu de mots : « On ne lâche rien. »", MARTIN, "ordre"),
        ("Jean Martin ne cache pas sa déception : « On ne lâche rien. »", MARTIN, None),
        ("Une réponse qui ne satisfait pas Jean Martin : « On ne lâche rien. »", MARTIN, None),
        ("Jean Martin, 17 ans, l'affirme : « On ne lâche rien. »", MARTIN, "affirme"),
        ("Pour Jean Martin, pas de doute : « On ne lâche rien. »", MARTIN, "Pour"),
    ],
)
def test_colon(rules_only: Pipeline, text: str, speaker: str, cue: str | None) -> None:
    assert [(s, c) for _, s, c in read(rules_only, text)] == [(speaker, cue)]
