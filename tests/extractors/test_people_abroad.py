"""Names of all countries, names given to things, and people called by their first name alone."""

from __future__ import annotations

import pytest

from marked_people import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Catalan Pau Rovira i Soler termine deuxième.", ["Pau Rovira i Soler"]),
        ("La Malgache Voahangy Rabemana prend la cinquième place.", ["Voahangy Rabemana"]),
        ("Selon Vikram Subramani, astronome, les données sont claires.", ["Vikram Subramani"]),
        ("Thirunavukkarasu Selvarajah, président du comité, approuve.", ["Thirunavukkarasu Selvarajah"]),
        ("Abd el-Kader Benaïssa, directeur du port, se félicite.", ["Abd el-Kader Benaïssa"]),
        ("Wanagei Poadja, porte-parole, demande une réunion.", ["Wanagei Poadja"]),
        ("Teva Teriitahi et Moana Tehei'ura ont été élus.", ["Teva Teriitahi", "Moana Tehei'ura"]),
        ("Jean-Bosco Tshibangu wa Mukendi, gouverneur, arrive.", ["Jean-Bosco Tshibangu wa Mukendi"]),
        ("María del Carmen García López a dirigé l'étude.", ["María del Carmen García López"]),
        ("José Luis Rodríguez y Pérez est l'auteur.", ["José Luis Rodríguez y Pérez"]),
        ("Moussa Ag Tarzit a été nommé.", ["Moussa Ag Tarzit"]),
        ("Oksana Kovalenko et Dmytro Bondarenko sont là.", ["Oksana Kovalenko", "Dmytro Bondarenko"]),
        ("L'ancien président de Serbie Milan Radovanovic s'est rendu.", ["Milan Radovanovic"]),
        ("À l'exception de l'un d'eux, Vlajko Trbovic, tous sont là.", ["Vlajko Trbovic"]),
        ("La Kényane Faith Chebet devance l'Éthiopienne Tigist Bekele.", ["Faith Chebet", "Tigist Bekele"]),
        ("1. Ajda Kralj (SLO)\n2. Ylo Brekk (NOR)", ["Ajda Kralj", "Ylo Brekk"]),
        ("Ylo Brekk, 42 ans, a tout vu.", ["Ylo Brekk"]),
        ("L'élu Vert Paul Petit a dit non.", ["Paul Petit"]),
        ("Pantxo Larronde et Fañch Le Goff sont là.", ["Pantxo Larronde", "Fañch Le Goff"]),
        ("Li Wei et Zhang Xiaoming signent l'article.", ["Li Wei", "Zhang Xiaoming"]),
        # particles, initials and surnames in capitals
        ("Le prof. Dirk Van de Ville parle.", ["Dirk Van de Ville"]),
        ("Paul Van De Ville dirige le labo.", ["Paul Van De Ville"]),
        (
            "Équipe : H. MARCHEL, B. TOVAC\n\nPilotage : F. CORMERON",
            ["H. MARCHEL", "B. TOVAC", "F. CORMERON"],
        ),
        (
            "Signé par TOVO LUKENDI Rachel de l'ANAPI et par MARTIN Anne.",
            ["TOVO LUKENDI Rachel", "MARTIN Anne"],
        ),
        # after the noun of whom they are, of what they wrote
        ("Notre Grand Témoin Isabelle Torvel (Fondation Rive) a parlé.", ["Isabelle Torvel"]),
        ("La porte-parole de l'ONG Laura Torvane a déclaré que le bateau partait.", ["Laura Torvane"]),
        ("Il relit le Guide du Grand Voyage Immobile de Martin Adams.", ["Martin Adams"]),
        # offices, fairs, firms
        ("Monsieur Le Maire, recevez nos vœux. Madame La Présidente aussi.", []),
        ("Le marché de Noël de Torvel et le Noël de Lyon ouvrent.", []),
        ("Exposants : HENRI BESSON MANUFACTURE DE SIEGES | Torvel", []),
    ],
)
def test_names_from_abroad(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le campus portera le nom d’Alice Morel.",
        "La salle a été baptisée Simone Veil par le conseil.",
        "Le barrage, rebaptisé Daniel Johnson, alimente la région.",
        "Le personnage de Jean Moret est le plus connu.",
        "La gamme Sakura Bio arrive en rayon.",
        "L'orchestre Anne Petit joue ce soir.",
        "Le ministre de l'Intérieur a félicité la Croate.",
        "Novia Bio (SAS) recrute.",
        "Les Jeunes Agriculteurs (JAF) défilent.",
        "Les Malgaches Voyageurs du ciel sont attendus.",
    ],
)
def test_names_of_things(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("« Je passe mon tour », confie Inaya, étudiante en droit.", ["Inaya"]),
        ("« On tient bon », témoigne Karim.", ["Karim"]),
        ("Pour Léa, 19 ans, le choix était simple.", ["Léa"]),
        ("Julie, apprentie boulangère, se lève à 3 heures.", ["Julie"]),
        ("Anne Petit a 15 ans. « J'y vais », dit Anne.", ["Anne Petit"]),
        ("Le roi Philippe et la reine Mathilde visitent Liège.", ["Philippe", "Mathilde"]),
        ("Le prince Albert II de Monaco était présent.", ["Albert II"]),
        ("Le parc du Roi Albert et la cité Reine Astrid.", []),
        ("Claude Thomas est là. « J'y vais », dit Thomas.", ["Claude Thomas"]),
        ("Le rendez-vous est fixé à Florence, ministre ou pas.", []),
        ("« C'est fait », annonce Orange.", []),
        ("Pour Laurent, c'est dit.", []),
        ("Le samedi, Bernard vient aussi. « C'est ma famille », confie-t-il.", ["Bernard"]),
        ("À l'étage, Sandrine s'emporte : « On a tout donné. »", ["Sandrine"]),
        ("Au sud, Florence est loin. « C'est ma famille », confie-t-il.", []),
        ("Au sud, Florence est loin. « C'est ma famille », dit le maire.", []),
        ("« J'ai dormi là », a raconté Mistal, un trentenaire ravi.", ["Mistal"]),
        ("« J'ai dormi là », raconte Mistal, 34 ans.", ["Mistal"]),
        ("« J'ai dormi là », raconte Mistal.", []),
        ("Le festival Mistal, un trentenaire du genre, revient.", []),
        ("À la gare, Véronique, une aide à domicile de 54 ans, attendait.", ["Véronique"]),
        ("Karim, l'un des porte-parole du mouvement, a promis de rester.", ["Karim"]),
        ("Florence, l'une des villes du pays, a promis de rester.", []),
        ("Karim, 24 ans, attend le bus. Karim dit avoir froid.", ["Karim"]),
        ("Karim, 24 ans, attend le bus. Le café Karim dit avoir fermé.", ["Karim"]),
        ("« Oui », a déclaré dans Libération Jacques Petit.", ["Jacques Petit"]),
        ("« Oui », a estimé dimanche sur Radio Rive Julie Rose.", ["Julie Rose"]),
        ("« Oui », a dit au Figaro Jean Petit, ministre.", ["Jean Petit"]),
        ("La pièce est jouée au Théâtre Jean Petit.", []),
        ("La tempête Inès, 12 ans après, reste dans les esprits.", []),
    ],
)
def test_first_names_alone(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_lone_first_name_is_its_bearer_s() -> None:
    assert names("Anne Petit et Anne Roux. « J'y vais », dit Anne.") == ["Anne Petit", "Anne Roux", "Anne"]
