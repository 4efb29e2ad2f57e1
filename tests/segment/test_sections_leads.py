"""The first paragraph under a title: a summary, or the beginning of the story; what closes a page."""

from __future__ import annotations

import pytest

from communique.segment.sections import find_sections

TITLE = "Le musée du Verre rouvre ses portes à Sarrebourg"
BODY = (
    "Le bâtiment, fermé depuis trois ans, a été entièrement repensé par l'agence Lavoie. Les visiteurs y "
    "découvriront huit salles, un atelier de souffleur et une réserve visitable, ouverte le samedi."
)


def kinds(text: str) -> list[str]:
    return [s.kind for s in find_sections(text)]


@pytest.mark.parametrize(
    "lead",
    [
        "La région n'a jamais été aussi visitée : trois nuitées sur quatre y sont désormais étrangères.",
        "Le fabricant lorrain Vitralux n’avait jamais brillé dans les enquêtes. Il y apparaît trois fois.",
        "Les pluies de juin n'ont pas suffi à remplir les nappes du département. Un arrêté paraîtra donc lundi.",
        "Le ballon ne lui sourit guère cette saison, mais l'Étoile de Sarrebourg se console avec ses jeunes.",
        "La transition n'est pas qu'un slogan. L'Université de Sarrebourg passe de la 158e à la 143e place.",
        "C'est un rituel de rentrée : la revue Vitrail a publié lundi sa liste des ateliers qui comptent.",
        "C’est une page d’histoire. Les cadettes de Sarrebourg sont championnes de Lorraine pour la première fois.",
        "Les voyageurs ont tranché. D'après l'enquête annuelle, la gare de Sarrebourg est la plus accueillante.",
        "Quatre ans après la loi, l'association avait cessé de noter les communes de la Moselle. Elle y revient.",
        "(Tunis) L'édition 2024 du palmarès des ateliers africains compte trente-quatre sociétés tunisiennes.",
        "GENÈVE (22 avril 2024) – Le verdict de la revue Vitrail est tombé lundi pour les douze ateliers romands.",
    ],
)
def test_a_first_paragraph_that_sets_the_scene_is_a_paragraph(lead: str) -> None:
    assert kinds(f"{TITLE}\n\n{lead}\n\n{BODY}") == ["title", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "lead",
    [
        "Après trois ans de travaux, le musée du Verre accueille de nouveau le public dès le 18 mai prochain.",
        "L'école des Verriers gagne neuf rangs d'un coup. Ses deux rivales messines, elles, patinent cette année.",
        "Avec une 412e place mondiale, l'Université de Sarrebourg signe la plus forte progression française.",
        "Par 58 voix contre 31, le conseil a voté la réouverture du musée. Le contrat s'achèvera le 31 décembre.",
        "41 200 visiteurs en six jours : le rideau est tombé samedi soir sur la 27e édition des Nuits du Verre.",
        "La fermeture du musée a rassemblé près de 300 personnes mardi. Les verriers ne croient plus aux promesses.",
    ],
)
def test_a_first_paragraph_that_sums_up_is_a_standfirst(lead: str) -> None:
    assert kinds(f"{TITLE}\n\n{lead}\n\n{BODY}") == ["title", "standfirst", "paragraph"]


@pytest.mark.parametrize(
    "label",
    [
        "PRESS RELEASE – VERSION FRANÇAISE",
        "News release",
        "Information aux médias – Embargo : mercredi 12 mars 2025, 06h00",
        "LA LETTRE DE LA CEIE – n° 41",
        "Bulletin municipal de Sarrebourg n° 112",
        "Flash info numéro 7",
    ],
)
def test_labels_above_the_title(label: str) -> None:
    assert kinds(f"{label}\n\n{TITLE}\n\n{BODY}\n\n{BODY[:180]}.")[:2] == ["marker", "title"]


@pytest.mark.parametrize(
    "line",
    ["Note de conjoncture n° 14 : le Sénégal dans les palmarès", "La lettre qui fait trembler la mairie",
     "Le journal de bord d'une verrière en 24 dates"],
)  # fmt: skip
def test_titles_that_speak_of_a_letter(line: str) -> None:
    assert kinds(f"{line}\n\n{BODY}\n\n{BODY}")[0] == "title"


@pytest.mark.parametrize(
    "closing",
    [
        "Le musée du Verre\nÉtablissement public né en 1999, il emploie 89 personnes et prête 140 pièces par an.",
        "Verrerie de Sarrebourg en bref\nLa VS compte 410 salariés. Société coopérative, elle exporte sa production.",
        "Verrerie de Sarrebourg\nFondée en 1899, la maison emploie 410 salariés et exporte la moitié de sa production.",
        "À propos : le MVS, fondé en 1972, prête chaque année 420 pièces de sa collection à d'autres musées.",
    ],
)
def test_the_sender_presented_at_the_end(closing: str) -> None:
    found = kinds(
        f"{TITLE}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n{closing}\n\nContact : Aurore Lem – 02 31 00 00 00"
    )
    assert set(found[4:-1]) == {"boilerplate"}
    assert found[-1] == "contact"


@pytest.mark.parametrize(
    "closing",
    [
        "Un souffleur né en 1960, il ouvrira la saison le 18 mai avec trois pièces de grande taille.",
        "Le peintre installé en Lorraine, il le dit volontiers, reviendra au printemps avec ses élèves.",
    ],
)
def test_somebody_told_of_at_the_end_is_no_presentation(closing: str) -> None:
    assert kinds(f"{TITLE}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n\n{closing}")[-1] == "paragraph"


def test_the_first_question_of_an_interview_is_no_standfirst() -> None:
    asked = (
        "Pourquoi étudier les punaises ?\nParce qu'elles coûtent cher : 230 M€ en dix ans selon une étude."
    )
    more = "Qu'avez-vous trouvé ?\nQue deux tiers d'entre elles résistent à trois insecticides."
    text = f"Trois questions à Hélène Masson, généticienne\n\n{asked}\n{more}\n"
    found = [s.kind for s in find_sections(text)]
    assert found == ["title", "heading", "paragraph", "heading", "paragraph"]
