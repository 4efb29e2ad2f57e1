"""Who is meant by what is said of them: a source named before, a sort of body, a function in a title."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline
from marked_speakers import speakers

LAKE = (
    "La préfecture du Gard a fait le point lundi. L'eau monte, apprend-on auprès de la préfecture du Gard. "
)
CLUB = "La Fédération des clubs de voile (FCV) a réuni ses membres lundi. "
TOLD = "« Rien n'est sûr », a indiqué Marie Dupont.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (LAKE + "Selon la même source, deux ponts sont coupés.", "préfecture du Gard"),
        (LAKE + "Deux ponts sont coupés, a précisé cette même source.", "préfecture du Gard"),
        (LAKE + "Selon une source, deux ponts sont coupés.", None),
        ("« L'eau monte », dit un riverain. Selon la même source, deux ponts sont coupés.", None),
        ("La filiale de Norvel a indiqué qu'elle fermait son dépôt. Norvel Câble emploie 300 personnes.",
         "Norvel Câble"),
        ("La société Orange a réuni ses équipes. La filiale d'Orange a indiqué qu'elle recruterait en mai.", None),
        (CLUB + "La fédération de voile du pays a déclaré que la saison ouvrirait en mai.",
         "Fédération des clubs de voile"),
        (CLUB + "La fédération de rugby du pays a déclaré que la saison ouvrirait en mai.", None),
        ("Lundi, la fédération a déclaré que la saison ouvrirait en mai. La Fédération des clubs de voile (FCV) "
         "est prête.", "Fédération des clubs de voile"),
        ("La société Orange a réuni ses équipes. Le groupe italien de cuisines Bellacosa a annoncé qu'il fermerait en mai.", "Bellacosa"),
        ("La société Orange a réuni ses équipes. Le groupe a annoncé qu'il recruterait en mai.", "Orange"),
        ("La Société générale a revu sa note. Orange a annoncé qu'il recruterait en mai. La société précise que rien "
         "ne presse.", "Orange"),
        ("La Fédération des clubs de voile a écrit à Orange. « Ce n'est pas fini », a écrit la Ligue.", None),
        ("L'association Terres vives a publié une note dans laquelle elle affirme que la loi est violée.",
         "Terres vives"),
        ("La cellule de presse du CHU de Nantes soulignera encore que rien n'est prêt.", "CHU de Nantes"),
        ("Orange a été contacté. La direction du port conteste : « C'est faux. » Elle souligne que rien n'est "
         "prêt.", None),
        ("Comme le rappelle la Cour des comptes, la ligne est fermée. « C'est faux », répond la direction.", None),
        ("Jean Petit a parlé. Anne Durand refuse le vote, comme le président du groupe. Lequel a fait valoir que "
         "l'ordre du jour était complet.", None),
        ("Jean Petit a répondu à la presse. Et le libéral de rappeler que la dette a doublé.", "Jean Petit"),
        (TOLD + "« Nous manquons de matériaux », a poursuivi l'expert.", "Marie Dupont"),
        ("Jean Petit était là. " + TOLD + "« Nous manquons de matériaux », a poursuivi l'expert.", "Jean Petit"),
        ("Jean Petit, entraîneur, est parti. Le technicien de 52 ans a déclaré qu'il attendrait le printemps.", "Jean Petit"),
        ("Le ministre de l'Économie, Jean Petit, est venu. Le conseiller fédéral vaudois a précisé que rien ne "
         "changerait.", "Jean Petit"),
        ("Le ministre belge de l'Économie, Jean Petit, est venu. Le ministre allemand a précisé que rien ne "
         "changerait.", None),
        ("La Première ministre, Anne Petit, est venue. Le ministre assure que rien ne changera.", None),
        ("Le porte-parole, Jean Petit, a parlé du ministre Paul Durand. « C'est clos », a dit Jean Petit. "
         "L'intéressé nie. Joint lundi, il a assuré que rien n'était vrai.", "Paul Durand"),
        ("Jean Petit a dit que Paul Durand était seul. La famille Roux a fait savoir qu'elle attendait le procès.", None),
    ],
)  # fmt: skip
def test_taken_up(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


@pytest.mark.parametrize(
    ("title", "body", "speaker"),
    [
        ("L'enquête a été bâclée, soutient un avocat", "Me Anne Petit a reçu la presse lundi.", "Anne Petit"),
        ("L'enquête a été bâclée, soutient un avocat", "Me Anne Petit et Me Jean Roux sont venus.", None),
        ("L'enquête a été bâclée, affirme une ONG", "L'ONG Terres vives a reçu la presse lundi.", "Terres vives"),
        ("L'enquête a été bâclée, affirme une ONG", "Jean Petit a reçu la presse lundi à Nantes.", None),
    ],
)  # fmt: skip
def test_told_of_in_a_title(rules_only: Pipeline, title: str, body: str, speaker: str | None) -> None:
    article = rules_only(f"{title}\n\n{body}")
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    assert [names.get(q.speaker or "") for q in article.quotations] == [speaker]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Son corps a été enterré ici", "Paul Durand"),
        ("Il avait tout prévu", "Paul Durand"),
        ("Il faut attendre le printemps", "Jean Petit"),
        ("Mon corps ne suit plus", "Jean Petit"),
    ],
)
def test_told_of_in_the_third_person(rules_only: Pipeline, words: str, speaker: str) -> None:
    text = f"« C'est un échec », a dit Paul Durand.\n\nJean Petit n'est pas venu. « {words} », a-t-il assuré."
    assert speakers(rules_only, text)[-1] == speaker


def test_a_source_by_the_way_is_no_pronoun(rules_only: Pipeline) -> None:
    text = (
        "« L'homme était armé », a dit Jean Petit.\n\nIl a été blessé au bras, selon le parquet de Paris.\n\n"
        "« On ne sait pas d'où il venait », a-t-il ajouté."
    )
    assert speakers(rules_only, text)[-1] == "Jean Petit"


def test_on_is_a_body_that_opens_the_clause(rules_only: Pipeline) -> None:
    text = "Le blessé du sacre du CNRS est « en fuite », a-t-on appris auprès du parquet."
    assert speakers(rules_only, text) == [None]


def test_who_spoke_is_believed_rather_than_who_is_named(rules_only: Pipeline) -> None:
    text = (
        "Jean Petit a reconnu que tout était prévu. Ils seraient partis rencontrer Paul Durand, braconnier. "
        "À l'en croire, cette rencontre était prévue."
    )
    assert speakers(rules_only, text)[-1] == "Jean Petit"


def test_a_wish_of_another_announces_nothing(rules_only: Pipeline) -> None:
    text = (
        "Paul Durand jouera encore. Jean Petit, qui tenait à garder Paul Durand, se rangea à l'avis du joueur "
        "qui en souhaitait deux : « Notre objectif reste le maintien. »"
    )
    assert speakers(rules_only, text) == ["Jean Petit"]
