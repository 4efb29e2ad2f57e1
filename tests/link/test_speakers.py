from __future__ import annotations

import pytest

from communique.pipeline import Pipeline
from marked_speakers import MARIE, TITLE, speakers


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (MARIE + "« Tout est prêt », précise-t-elle.", "Marie Dupont"),
        (MARIE + "« Tout est prêt », précise-t-il.", "Jean Martin"),
        (MARIE + "« Tout est prêt », ajoute la directrice.", "Marie Dupont"),
        (MARIE + "« Tout est prêt », ajoute le maire.", "Jean Martin"),
        (MARIE + "« Tout est prêt », ajoute Mme Dupont.", "Marie Dupont"),
        (MARIE + "« Tout est prêt », ajoute l'université.", "Université de Nantes"),
        (MARIE + "Elle estime que tout est prêt pour mardi.", "Marie Dupont"),
        (MARIE + "« Tout est prêt », glisse la préfète.", None),
        (MARIE + "« Tout est prêt », glisse un élu.", None),
        (MARIE + "« Tout est prêt », glissent-ils.", None),
        (MARIE + "Ce dernier dit que tout est prêt pour mardi.", "Jean Martin"),
        ("Marie Dupont et Claire Petit sont là. « Oui, c'est fait », dit Claire.", "Claire Petit"),
        ("« C'est interdit », précise le communiqué de la Ville de Nîmes.", "Ville de Nîmes"),
        ("La Ville de Nîmes a lancé le chantier. Elle précise que tout sera prêt.", "Ville de Nîmes"),
        ("Selon une note de la Ville de Nîmes, le chantier est fini.", "Ville de Nîmes"),
        (MARIE + "D'après ses calculs, chaque euro en rapporte deux.", "Jean Martin"),
        (MARIE + "D'après des calculs récents, chaque euro en rapporte deux.", None),
        (MARIE + "« Tout est prêt », rigole la Nantaise.", "Marie Dupont"),
        (MARIE + "« Tout est prêt », rigole le Belge.", "Jean Martin"),
        (MARIE + "« Tout est prêt », rigole la Joconde.", None),
        ("Le CNRS est loin. Un avis que ne partage pas la Ville de Nîmes, l'association voisine, "
         "pour laquelle les musées ont déjà donné.", "Ville de Nîmes"),
        ("Au CNRS, on dit « prendre acte ».", "CNRS"),
    ],
)  # fmt: skip
def test_speaker(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text) == [speaker]


def test_unnamed_speaker_is_not_the_person_before(rules_only: Pipeline) -> None:
    text = MARIE + "La préfète dit que tout est prêt pour mardi. « Nous irons au bout », ajoute-t-elle."
    assert speakers(rules_only, text) == [None, None]


def test_joint_speakers_are_told(rules_only: Pipeline) -> None:
    article = rules_only(TITLE + "« Le projet avance », confirment Jean Martin et Marie Dupont.")
    assert [article.person(q.speaker).name for q in article.quotations if q.speaker] == ["Jean Martin"]
    assert [w.code for w in article.warnings] == ["joint_speakers"]


def test_ordinals_count_the_people_named(rules_only: Pipeline) -> None:
    text = "Marie Dupont, Claire Petit et Jean Martin ont été élus. « Tout est prêt », sourit la deuxième."
    assert speakers(rules_only, text) == ["Claire Petit"]


def test_speaker_text_is_the_words_of_the_text(rules_only: Pipeline) -> None:
    article = rules_only(TITLE + MARIE + "« Tout est prêt », ajoute la directrice.")
    assert [q.speaker_text for q in article.quotations] == ["la directrice"]


def test_generic_noun_stands_only_for_a_body_that_can_bear_it(rules_only: Pipeline) -> None:
    assert speakers(
        rules_only, "Le CNRS a ouvert un site. Le ministère dit que tout est prêt pour mardi."
    ) == [None]


def test_elected_woman_goes_on(rules_only: Pipeline) -> None:
    text = "« C'est inédit », s'étonne Marie Dupont. Et l'élue d'ajouter : « Nous ferons front. »"
    assert speakers(rules_only, text) == ["Marie Dupont", "Marie Dupont"]
