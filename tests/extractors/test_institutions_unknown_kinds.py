"""The kind of names that no list knows: by their words, their neighbours and what the text says of them."""

from __future__ import annotations

import pytest

from communique.document import Document
from communique.link.institutions import link_institutions
from communique.mentions import Found
from marked_institutions import institutions


def kind(text: str, name: str) -> str | None:
    """The kind of the body that bears a name."""
    found = Found(institutions=institutions(text))
    return next((i.kind for i in link_institutions(Document(text), found) if i.name == name), None)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("L'ancien gérant de l'école privée Avenir Verdoye est condamné.", "Avenir Verdoye", "education"),
        ("La start-up Avenir Verdoye recrute.", "Avenir Verdoye", "company"),
        ("L'étude a été menée pour le réseau de ressourceries Torvane.", "Torvane", "association"),
        ("La fédération de coopératives Torvane s'inquiète.", "Torvane", "association"),
        ("La fromagerie Torvane recrute.", "Torvane", "company"),
        ("Née en 2020 au GIXA, le centre de recherche de l'université, elle grandit.", "GIXA", "research"),
        ("Anne Petit, bénévole de Torvane Solidaire, salue l'accord.", "Torvane Solidaire", "association"),
        ("Selon Télé-Torvane SA, la saison sera courte.", "Télé-Torvane SA", "company"),
        ("Elle devance Rivage FM, quatrième.", "Rivage FM", "media"),
        ("LOMÉ, 3 mai (Togapresse) – Le ministre a inauguré le pont.", "Togapresse", "media"),
        ("Kinshasa, 14 avril 2025 (ACVP) - Les travaux commencent.", "ACVP", "media"),
        ("Une longue phrase sur la ville, puis le pacte (Torvane) – signé hier – engage.", "Torvane", None),
        ("L'école devance CentraleSupélec, Torvanéa et Télécom Paris.", "Torvanéa", "education"),
        ("Le site réunit Renault, Torvanéa et Michelin.", "Torvanéa", "company"),
        ("Anne Petit, présidente de Vivre la Torvane, a écrit au préfet.", "Vivre la Torvane", "association"),
        ("Anne Petit, présidente de Mieux vivre sans plomb, a écrit.", "Mieux vivre sans plomb", "association"),
        ("Anne Petit, présidente d'Un toit pour l'école, a écrit.", "Un toit pour l'école", "association"),
        ("Léo Blanc, capitaine de Torvanéa, a marqué.", "Torvanéa", "association"),
        ("Léo Blanc, journaliste de Torvanéa, a écrit.", "Torvanéa", "media"),
        ("Léo Blanc, doctorant de Torvanéa, a écrit.", "Torvanéa", "research"),
        ("Léo Blanc, gérant de Torvanéa, a écrit.", "Torvanéa", "company"),
        ("Les joueuses du Basket Torvel Métropole ont gagné.", "Basket Torvel Métropole", "association"),
        (
            "Hugo Delmar (Échiquier torvelois) finit 4e de l'open, un tournoi dont il a perdu la finale.",
            "Échiquier torvelois",
            "association",
        ),
        ("Une production confiée à la Pharmacie centrale des armées.", "Pharmacie centrale des armées", "public_body"),
    ],
)  # fmt: skip
def test_kinds(text: str, name: str, expected: str) -> None:
    assert kind(text, name) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Les Musées métropolitains de Valmonde ouvrent. La directrice des Musées métropolitains sourit.", 1),
        ("L'hôpital Saint-Vaast est 3e. Le Centre hospitalier Saint-Vaast de Torvane grandit.", 1),
        ("L'hôpital de Torvane et le CHU de Torvane coopèrent.", 2),
        ("La clinique Bellevue ferme. L'hôpital Bellevue du Mont ouvre.", 2),
        ("Le ministère de l'Intérieur et des Outre-mer recrute. Le ministère de l'Intérieur précise.", 1),
        ("Le ministère de l'Intérieur recrute. Le ministère de la Justice précise.", 2),
        ("L'Agence régionale de santé des Pays de la Loire enquête. L'Agence régionale de santé précise.", 1),
        ("L'association Torvax Alumni réunit ses membres. La Torvax recrute. Torvax Alumni vote.", 2),
    ],
)
def test_one_body_or_more(text: str, count: int) -> None:
    found = Found(institutions=institutions(text))
    assert len(link_institutions(Document(text), found)) == count
