"""Lists by the signs that open their lines, labels at the end of the sender's line, titles in capitals."""

from __future__ import annotations

import pytest

from communique.segment import find_sections

LEAD = (
    "Rennes, le 22 mai 2025 - La ville a présenté ce jeudi les résultats de son enquête sur les transports, "
    "menée auprès de 3 000 habitants de la métropole au début de cette année."
)
END = (
    "La maire a conclu la séance en remerciant les participants et en leur donnant rendez-vous à l'automne "
    "pour la suite des travaux."
)


def kinds(body: str) -> list[str]:
    text = f"Un titre pour cet article\n\n{LEAD}\n\n{body}\n\n{END}\n"
    return [s.kind for s in find_sections(text)][2:-1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("+ 1er au Luxembourg sur 88 hôpitaux", "+ dans les 250 premiers du monde, selon un hebdomadaire"),
        ("1er – Zitouna (Sfax) : 21.300 tonnes", "12ème – Coopérative de Kairouan : 3.400 tonnes"),
        ("1re place – Anne Petit", "2de place – Paul Grand"),
        ("1er prix : Lycée Ferry", "2e prix ex æquo : Collège Hugo"),
        ("1/ Former les équipes", "2/ Acheter des bus"),
        ("#1 Former les équipes", "#2 Acheter des bus"),
        ("n° 1 : former les équipes", "n° 2 : acheter des bus"),
        ("(i) former les équipes", "(ii) acheter des bus"),
        ("A. Former les équipes", "B. Acheter des bus"),
        ("o Former les équipes", "o Acheter des bus"),
        ("o former les équipes", "o acheter des bus"),
        ("i) former les équipes", "ii) acheter des bus"),
        ("1-former les équipes du réseau.", "2-acheter des bus électriques."),
        ("1.Former les équipes", "2.Acheter des bus"),
        ("former les équipes du réseau ;", "acheter des bus électriques ;"),
        ("~ Former les équipes", "~ Acheter des bus"),
        ("① Former les équipes", "② Acheter des bus"),
        ("🔹 Former les équipes", "🔹 Acheter des bus"),
        ("📍 Salle Ferry, Rennes", "💶 Entrée 5 €"),
        ("✓ Former les équipes", "✓ Acheter des bus"),
        ("a) former les équipes ;", "b) acheter des bus."),
    ],
)
def test_lists(first: str, second: str) -> None:
    assert kinds(f"Les mesures\n{first}\n{second}") == ["heading", "list_item", "list_item"]


@pytest.mark.parametrize(
    "line",
    [
        "3e édition : un succès",
        "1/ Former les équipes",
        "A. Les transports",
        "n° 1 : la culture",
        "🎉 Le bal",
    ],
)
def test_a_sign_alone_makes_no_list(line: str) -> None:
    assert "list_item" not in kinds(f"{line}\n\n{END}")


def test_two_lists_under_their_headings() -> None:
    body = "Les points forts\n+ Le tramway\n+ Le vélo\nLes points faibles\n- Le bruit\n- Le bus"
    assert kinds(body) == ["heading", "list_item", "list_item"] * 2


def test_named_item_under_ranked_ones() -> None:
    body = "Palmarès\n1er prix : Lycée Ferry\n2e prix : Collège Hugo\nPrix du public : école Zola"
    assert kinds(body) == ["heading", "list_item", "list_item", "list_item"]


@pytest.mark.parametrize(
    "body",
    [
        "La France au classement européen de l’activité physique (Eurobaromètre)\n2018 : 19e\n2022 : 16e",
        "L'évolution de la fréquentation depuis la mise en service du tramway en ville\n2018 : 19 %\n2022 : 16 %",
    ],
)
def test_long_heading_over_figures(body: str) -> None:
    assert kinds(body) == ["heading", "list_item", "list_item"]


@pytest.mark.parametrize(
    "head",
    [
        "FÉDÉRATION JURASSIENNE DE SKI (FJSN) • INFO MÉDIAS",
        "Bus de l'Ouest · Communiqué de presse",
        "CHU de Rennes : communiqué de presse",
        "Les bus de Rennes | Infos presse",
        "Port de Brest – Avis aux médias",
        "Bus de l'Ouest ► Info presse",
        "Usine Petit - Alerte presse",
    ],
)
def test_label_at_the_end_of_the_sender(head: str) -> None:
    text = f"{head}\n\nMondiaux juniors de biathlon : la moisson\n\n{LEAD}\n\n{END}\n"
    assert [s.kind for s in find_sections(text)][:2] == ["marker", "title"]


@pytest.mark.parametrize(
    "title",
    [
        "COÛT DE LA RENTRÉE : DIJON, 8e VILLE LA PLUS CHÈRE\nHORS ÎLE-DE-FRANCE",
        "LE CHU DE RENNES OUVRE LE 12 MAI À 16h\nSA NOUVELLE MATERNITÉ",
        "LE PORT DE BREST DÉPASSE\nLES 3 MILLIONS DE TONNES\nEN 2024",
    ],
)
def test_title_in_capitals_over_lines(title: str) -> None:
    found = find_sections(f"{title}\n\n{LEAD}\n\n{END}\n")[0]
    assert (found.kind, found.start, found.end) == ("title", 0, len(title))


def test_line_in_small_letters_under_a_title_in_capitals() -> None:
    title = "TRAFIC DU PORT : + 12 % EN 2024"
    found = find_sections(f"{title}\nUne année record pour Brest\n\n{LEAD}\n\n{END}\n")
    assert (found[0].kind, found[0].end, found[1].kind) == ("title", len(title), "standfirst")


INTERVIEW = f"""« Une piscine sans eau »

Entretien. Publié le 5 juin 2024

Directrice de la médiathèque de Rennes depuis onze ans, Flore Petit vient d’être élue à la tête de \
l’association nationale des bibliothèques. Elle répond à nos questions alors que le Sénat examine, le 18 \
juin, une proposition de loi sur les horaires d’ouverture de ces lieux.

Quel est votre premier chantier ?

– Les horaires, forcément.

Vos collègues y sont-ils favorables ?

– Pas tous, et je les comprends.

Le maire estime que l’ouverture du dimanche coûterait cher.

– C’est le prix de trois ronds-points. Il sait compter, moi aussi.

{END}
"""


def test_interview() -> None:
    assert [s.kind for s in find_sections(INTERVIEW)] == [
        "title", "dateline", "standfirst", "heading", "paragraph", "heading", "paragraph", "paragraph",
        "paragraph", "paragraph",
    ]  # fmt: skip


def test_dashes_without_questions_are_items() -> None:
    body = "– Le tramway est prolongé vers l'est.\n\n– Le bus est gratuit pour les enfants."
    assert kinds(body) == ["list_item", "list_item"]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Points saillants",
            "Investissements de 1,1 G$, en hausse de 200 M$",
            "Plus de 35 000 clients privés d'électricité durant le verglas des 3 et 4 avril",
            "Dette à long terme stable, à 58,2 milliards de dollars au 31 mars",
        ),
        (
            "Ce que prévoit l'accord",
            "Une prime de 600 euros versée en deux fois aux salariés des dépôts de Brest et de Quimper",
            "Deux jours de congé supplémentaires à partir de cinq ans d'ancienneté dans l'entreprise",
            "La reprise des négociations sur les salaires dès le mois de septembre",
        ),
    ],
)
def test_lines_without_a_sign_under_their_label(lines: tuple[str, ...]) -> None:
    assert kinds("\n".join(lines)) == ["heading", *["list_item"] * (len(lines) - 1)]


def test_sentences_under_a_label_are_no_list() -> None:
    body = (
        "Ce que prévoit l'accord\nUne prime de 600 euros sera versée en deux fois.\n"
        "Deux jours de congé seront accordés.\nLes négociations reprendront en septembre."
    )
    assert kinds(body) == ["heading", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Nos revendications :", "heading"),
        ("Principales orientations :", "heading"),
        ("Face à cela nous demandons :", "paragraph"),
    ],
)
def test_labels_of_lists(line: str, kind: str) -> None:
    assert kinds(f"{line}\n- une hausse des salaires ;\n- des embauches.") == [kind, "list_item", "list_item"]


def test_the_line_that_closes_a_row_of_semicolons() -> None:
    rows = "Monsieur Paul Roy est nommé préfet ;\nMadame Awa Sy est nommée directrice ;\nMadame Anne Petit reste en poste."
    assert kinds(f"Sur proposition du ministre :\n{rows}")[1:] == ["list_item"] * 3


def test_one_line_that_ends_in_a_semicolon_is_no_list() -> None:
    body = "La ville achètera vingt bus électriques avant la fin du mandat ;\nelle formera aussi les conducteurs du réseau."
    assert "list_item" not in kinds(body)
    assert "list_item" not in kinds(
        "La ligne 2-Sud rouvrira lundi matin, après deux mois de travaux sur la voie."
    )


def test_a_list_of_signatories_with_marks_in_their_lines() -> None:
    lines = '- ROY Paul, enseignant, IUT "A"\n- PETIT Anne, développeuse, Direction des systèmes\n- SY Awa, IUT "B"'
    assert kinds(lines) == ["list_item"] * 3
