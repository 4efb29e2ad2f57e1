"""What follows the marks: verbs that no list knows, compound and inverted ones, what ends a subject."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline

TITLE = "Une rentrée sous le signe de l'eau\n\n"
MARTIN = "Jean Martin"
SPOKE = "Jean Martin a pris la parole mardi. "


def read(pipeline: Pipeline, text: str) -> list[tuple[str, str | None, str | None]]:
    """(words, speaker's name, cue) of each quotation."""
    article = pipeline(TITLE + text)
    names = {x.id: x.name for x in (*article.people, *article.institutions)}
    return [(q.text, names.get(q.speaker or ""), q.cue) for q in article.quotations]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        # verbs of no list
        ("« Tout est prêt », zozote Jean Martin.", MARTIN, "zozote"),
        ("« Tout est prêt », pianote la préfète.", None, "pianote"),
        (SPOKE + "« Tout est prêt », l'a interrompu Jean Martin.", MARTIN, "l'a interrompu"),
        ("« Tout est prêt », lui a ensuite griffonné Jean Martin.", MARTIN, "lui a ensuite griffonné"),
        (SPOKE + "« Tout est prêt », griffonne-t-il.", MARTIN, "griffonne"),
        (SPOKE + "« Tout est prêt », a-t-il griffonné.", MARTIN, "a-t-il griffonné"),
        # verbs that only help another
        (SPOKE + "« Tout est prêt », a-t-il fait remarquer.", MARTIN, "a-t-il fait remarquer"),
        (SPOKE + "« Tout est prêt », a-t-il tenu à rappeler.", MARTIN, "a-t-il tenu à rappeler"),
        (SPOKE + "« Tout est prêt », n'a-t-il cessé de répéter.", MARTIN, "n'a-t-il cessé de répéter"),
        (SPOKE + "« Tout est prêt », veut-il croire.", MARTIN, "veut-il croire"),
        ("« Tout est prêt », veut croire Jean Martin.", MARTIN, "veut croire"),
        ("« Tout est prêt », croit savoir Jean Martin.", MARTIN, "croit savoir"),
        ("« Tout est prêt », se veut rassurante Marie Dupont.", "Marie Dupont", "se veut rassurante"),
        ("« Tout est prêt », se serait emporté Jean Martin.", MARTIN, "se serait emporté"),
        ("« Tout est prêt », laisse filtrer Jean Martin.", MARTIN, "laisse filtrer"),
        ("« Tout est prêt », a feint de s'étonner un patron de bar.", None, "a feint de s'étonner"),
        # what ends the subject
        ("« Tout est prêt », confie la maire en coupant le ruban.", None, "confie"),
        ("« Tout est prêt », assure le géant du luxe LVMH.", "LVMH", "assure"),
        ("« Tout est prêt », assure leur client, la Ville de Nîmes, par courriel.", "Ville de Nîmes", "assure"),
    ],
)  # fmt: skip
def test_verb_after(rules_only: Pipeline, text: str, speaker: str | None, cue: str) -> None:
    assert read(rules_only, text) == [("Tout est prêt", speaker, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "« Terre battue », roman de Jean Martin, a paru.",
        "« Terre battue », est-il un bon livre ?",
        "« Terre battue », première exposition de Jean Martin, ouvre lundi.",
        "L'exposition « Terre battue », signée Jean Martin, ouvre lundi.",
        "Le spectacle « Terre battue », que porte Jean Martin, tournera en avril.",
    ],
)
def test_no_verb_after(rules_only: Pipeline, text: str) -> None:
    assert read(rules_only, text) == []


@pytest.mark.parametrize("noun", ["l'affiche", "la chanson", "le règlement", "la Joconde"])
def test_a_text_is_nobody(rules_only: Pipeline, noun: str) -> None:
    assert [s for _, s, _ in read(rules_only, SPOKE + f"« Tout est prêt », proclame {noun}.")] == [None]


def test_unlisted_noun_is_the_person_last_spoken_of(rules_only: Pipeline) -> None:
    assert [s for _, s, _ in read(rules_only, SPOKE + "« Tout est prêt », sourit le dompteur.")] == [MARTIN]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("« On ne triche pas », a dit Jean Martin ; « mais on négocie », a-t-il ajouté.",
         ["On ne triche pas », a dit Jean Martin ; « mais on négocie"]),
        ("« On ne triche pas », a dit Jean Martin ; « Marie Dupont non plus », a-t-il ajouté.",
         ["On ne triche pas", "Marie Dupont non plus"]),
        ("« Trop cher », a dit Jean Martin ; « indispensable », a répondu Marie Dupont.",
         ["Trop cher", "indispensable"]),
    ],
)  # fmt: skip
def test_sentence_that_goes_on_after_a_semicolon(rules_only: Pipeline, text: str, words: list[str]) -> None:
    assert [w for w, _, _ in read(rules_only, text)] == words


def test_answers_between_marks(rules_only: Pipeline) -> None:
    text = (
        "Trois questions à Jean Martin, maire de Nîmes\n\nComment va la ville ?\n« Très bien, merci. »\n\n"
        "Et le stade ?\n« Il sera prêt en juin. »"
    )
    assert read(rules_only, text) == [
        ("Très bien, merci.", MARTIN, None),
        ("Il sera prêt en juin.", MARTIN, None),
    ]


def test_one_question_makes_no_interview(rules_only: Pipeline) -> None:
    text = "Jean Martin est là.\n\nComment va la ville ?\n« Le Fil », notre lettre, le dira."
    assert read(rules_only, text) == []


def test_answers_under_initials_without_points(rules_only: Pipeline) -> None:
    text = "Jean Martin, chef\n\nJM : On m'a dit cela.\n\nLe Fil : Et alors ?\nJM : Rien.\n\nLe Fil : Vraiment ?\nJM : Oui."
    assert read(rules_only, text) == [(w, MARTIN, None) for w in ("On m'a dit cela.", "Rien.", "Oui.")]


def test_labels_that_are_nobodys_initials(rules_only: Pipeline) -> None:
    assert (
        read(rules_only, "Jean Martin, chef\n\nTél : 04 00 00 00 00\n\nTVA : 20 %\n\nPrix ?\nTTC : 12 euros")
        == []
    )
