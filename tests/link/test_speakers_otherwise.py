"""Who is meant by another name than their own: a function nobody was given, initials, a duo, a demonym."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline
from marked_speakers import TITLE, speakers

SPOKE = "Jean Martin a salué le vote. « Rien n'est joué », a-t-il dit. "
BOTH = "Jean Petit et Marie Dupont ont visité l'usine lundi. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (SPOKE + "Le patron du Modem réclame « un vrai débat ».", "Jean Martin"),
        (SPOKE + "Le leader des Amis du Lac réclame « un vrai débat ».", "Jean Martin"),
        (SPOKE + "L'ancien ministre de la Pêche réclame « un vrai débat ».", "Jean Martin"),
        (SPOKE + "L'ancien allié de Paul Durand réclame « un vrai débat ».", "Jean Martin"),
        (SPOKE + "\n\nLe président de l'Union du Lac réclame « un vrai débat ».", "Jean Martin"),
        (SPOKE + "La patronne du Modem réclame « un vrai débat ».", None),
        (SPOKE + "Le président de l'Union du Lac, Paul Durand, réclame « un vrai débat ».", "Paul Durand"),
        (SPOKE + "Paul Durand est venu. Le patron du Modem réclame « un vrai débat ».", "Paul Durand"),
        (SPOKE + "Un patron du Modem réclame « un vrai débat ».", None),
        ("Jean Martin, maire de Nîmes, a salué le vote. « Rien n'est joué », a-t-il dit. "
         "Le préfet de l'Hérault réclame « un vrai débat ».", None),
        ("Jean Martin, maire de Nîmes, a salué le vote. « Rien n'est joué », a-t-il dit. "
         "L'ancien allié de Paul Durand réclame « un vrai débat ».", "Jean Martin"),
        ("Le président Paul Durand est là. « Nous y sommes », a dit le chef de l'État à l'issue du sommet.", "Paul Durand"),
        ("La Première ministre, Anne Petit, est là. Selon la cheffe du gouvernement, rien n'est prêt.", "Anne Petit"),
        ("« Rien ne va », lance Jean Martin. Paul Durand, ajoute-t-il, « n'a rien compris à la crise ».", "Jean Martin"),
        ("Paul Durand est là. Paul Durand, ajoute-t-il, « n'a rien compris à la crise ».", "Paul Durand"),
        ("Anne Petit a parlé. « Nous fermons », a lancé la mission diplomatique dans un communiqué.", None),
        ("Le président français Paul Durand a réagi, a dit Jean Petit. « C'est fini », a ajouté M. Petit. "
         "Le chef de l'Etat a aussi dénoncé « le silence coupable des uns ».", "Paul Durand"),
        ("Paul Durand est là. « Voilà les gilets que vous aimez », ont lancé les insoumis.", None),
        ("Le CNRS a ouvert ses portes. « Nous sommes prêts », sourit l'équipe d'organisation.", None),
        ("« Tout est dit », glisse Anne Petit. En témoigne le parcours de femmes comme Lise Durand, Jeanne Roux "
         "et Inès Blanc. Il existe un dialogue constant, souligne la diplomate.", "Anne Petit"),
        ("« Rien n'est joué », résume Gabriel Nadel-Dubois. « Habituez-vous à cela », dit GND.",
         "Gabriel Nadel-Dubois"),
        ("« Rien n'est joué », résume Gabriel Nadel-Dubois. « Habituez-vous à cela », dit RTX.", None),
        ("Le ministre français des Armées, Paul Durand, a reçu son homologue, Souren Papikian. M. Papikian juge "
         "que rien n'est joué. « Nous y sommes », a répondu le Français.", "Paul Durand"),
        ("Le ministre français des Armées, Paul Durand, a reçu son homologue, Souren Papikian. M. Papikian juge "
         "que rien n'est joué. « Nous y sommes », a répondu l'Arménien.", "Souren Papikian"),
        ("Jean Martin ne change rien. « La stabilité est très importante », assure son entourage.", None),
        ("Jean Martin ne change rien. Ses services parlent de « faire de la pédagogie ».", None),
        ("Dans un message posté sur Facebook, des riverains protestent. « On en a marre des travaux », "
         "selon le groupe nantais.", None),
        ("L'homme soupçonné d'avoir insulté le philosophe Alain Martin, samedi, sera jugé en mai. "
         "Le suspect dit avoir « perdu la tête ».", None),
        ("Alain Martin, soupçonné d'avoir insulté un voisin, sera jugé en mai. "
         "Le suspect dit avoir « perdu la tête ».", "Alain Martin"),
    ],
)  # fmt: skip
def test_last_speaker(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (BOTH + "« Rien n'est prêt », écrivent les deux élus.", "Jean Petit"),
        (BOTH + "« Rien n'est prêt », écrivent-ils.", "Jean Petit"),
        (BOTH + "« Rien n'est prêt », résume le duo.", "Jean Petit"),
        (BOTH + "Tous deux attendent. Ils estiment que rien n'est prêt.", "Jean Petit"),
        (BOTH + "« Rien n'est prêt », écrivent les deux élues.", None),
        (BOTH + "« Rien n'est prêt », écrivent les élus.", None),
        (BOTH + "Les salariés grondent depuis. « Rien n'est prêt », disent les trois élus.", None),
        (BOTH + "« C'est beau », dit Marie Dupont. « Rien n'est prêt », disent-ils.", None),
        ("Jeanne Petit et sa sœur Marie Dupont ont repris la ferme. « On attend », disent-elles.", "Jeanne Petit"),
        ("Jean Petit a croisé Marie Dupont. « On attend », disent-ils.", None),
        ("« On attend », déclarent Jean Petit et Marie Dupont. Les deux chercheurs jugent que rien n'est prêt.",
         "Jean Petit"),
    ],
)  # fmt: skip
def test_two_together(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


def test_the_other_one_is_told_in_a_warning(rules_only: Pipeline) -> None:
    article = rules_only(TITLE + BOTH + "« Rien n'est prêt », écrivent les deux élus.")
    assert [w.code for w in article.warnings] == ["joint_speakers"]
    other = next(p.id for p in article.people if p.name == "Marie Dupont")
    assert article.warnings[0].message.endswith(f"also said by {other}")


@pytest.mark.parametrize(
    ("between", "speaker"),
    [("", "Association des vélos du Nord"), ("Marie Dupont approuve, dit Marie Dupont.\n\n", "Marie Dupont")],
)
def test_body_that_spoke_in_the_paragraph_before(rules_only: Pipeline, between: str, speaker: str) -> None:
    text = (
        "L'Association des vélos du Nord (AVN) réunit 40 clubs, rappelle Anne Durand.\n\n"
        "Les objectifs sont « irréalistes », a averti l'AVN dans un communiqué.\n\n"
        f"{between}« Le secteur veut un débat », explique-t-elle."
    )
    assert speakers(rules_only, text)[-1] == speaker
