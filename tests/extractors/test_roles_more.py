"""Where titles end, titles of other languages, titles far from the name, plural titles, titles taken up."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, gérante de 61 ans, sourit.", ["gérante"]),
        ("Anne Petit, gérante de la cave, sourit.", ["gérante de la cave"]),
        ("Anne Petit, agricultrice âgée de trente ans, sourit.", ["agricultrice"]),
        ("Anne Petit, cheffe de la Direction de la formation et des arts, sourit.", ["cheffe"]),
        ("Anne Petit, cheffe de la communication interne, sourit.", ["cheffe de la communication interne"]),
        ("Anne Petit, coprésidente de la Marmite des Collines, sourit.", ["coprésidente"]),
        ("Anne Petit, présidente de la République du Togo, sourit.", ["présidente de la République du Togo"]),
        ("Anne Petit, présidente du Bureau des étudiants, sourit.", ["présidente du Bureau des étudiants"]),
        ("Anne Petit, directrice du site de Pau, sourit.", ["directrice du site de Pau"]),
        ("Anne Petit, directrice de la Stratégie et des Achats, sourit.",
         ["directrice de la Stratégie et des Achats"]),
        ("Anne Petit, 1re adjointe, sourit.", ["1re adjointe"]),
        ("Anne Petit est élue présidente à l'unanimité.", ["présidente"]),
        ("Anne Petit est nommée directrice à compter du 3 mai.", ["directrice"]),
        ("Anne Petit, adjointe au maire, sourit.", ["adjointe au maire"]),
        ("Nommée en 2020 directrice du port de Sète, Anne Petit part.", ["directrice du port de Sète"]),
        ("La cheffe d'orchestre Anne Petit sourit.", ["cheffe d'orchestre"]),
        ("Anne Petit, passionnée de jardinage et présidente du club, sourit.", ["présidente du club"]),
        ("Anne Petit, doctorante de l’Applied Signal Group, sourit.", ["doctorante"]),
    ],
)  # fmt: skip
def test_where_a_title_ends(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Anne Petit": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Contact : Anne Petit, press officer, +32 470 00 00 00", ["press officer"]),
        ("Contact: Anne Petit, Head of Communications, a@b.lu", ["Head of Communications"]),
        ("Contact : Anne Petit, Communication Manager – 621", ["Communication Manager"]),
        ("Anne Petit, Senior Vice President Sales chez [[Nor]], rit.", ["Senior Vice President Sales @ Nor"]),
        ("Anne Petit, Chief Executive Officer de [[Nor]], rit.", ["Chief Executive Officer @ Nor"]),
        ("Anne Petit, Sales & Marketing Director, rit.", ["Sales & Marketing Director"]),
        ("Anne Petit, data scientist, rit.", ["data scientist"]),
        ("Anne Petit, digital native, rit.", None),
        ("Anne Petit, public conquis, rit.", None),
    ],
)
def test_english_titles(text: str, expected: list[str] | None) -> None:
    assert roles(text) == ({"Anne Petit": expected} if expected else {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La présidente de [[Vie]], qui compte 300 membres, Anne Petit, rit.", ["présidente @ Vie"]),
        ("Présidente de [[Vie]], qui compte 300 membres, Anne Petit rit.", ["Présidente @ Vie"]),
        ("La présidente de [[Vie]], la fédération locale, Anne Petit, rit.", ["présidente @ Vie"]),
        ("La directrice de [[Vie]], filiale de [[Nor]], Anne Petit, part.", ["directrice @ Vie"]),
        ("La directrice du département infirmier de l’hôpital, Anne Petit, rit.",
         ["directrice du département infirmier"]),
        ("La médiatrice nommée par l'État, l'ancienne juge Anne Petit, rit.",
         ["médiatrice", "ancienne juge"]),
        ("La cheffe de l'État, Son Excellence Madame Anne Petit, rit.", ["cheffe de l'État"]),
        ("Le président de [[Vie]], qui compte 300 membres, Anne Petit, rit.", None),
        ("La présidente de [[Vie]], en visite à Nîmes, accueille Anne Petit.", None),
        ("Par décret pris en Conseil des ministres, Anne Petit arrive.", None),
        ("La directrice de [[Vie]], qui a signé, et Anne Petit rient.", None),
    ],
)  # fmt: skip
def test_titles_far_before_the_name(text: str, expected: list[str] | None) -> None:
    assert roles(text) == ({"Anne Petit": expected} if expected else {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Julie Roux et Paul Grand, doctorants de [[Nor]], rient.",
         {"Julie Roux": ["doctorants @ Nor"], "Paul Grand": ["doctorants @ Nor"]}),
        ("MM. Luc Roux et Paul Grand, adjoints au maire, rient.",
         {"Luc Roux": ["adjoints au maire"], "Paul Grand": ["adjoints au maire"]}),
        ("Julie Roux et Paul Grand sont chercheurs à [[Nor]].",
         {"Julie Roux": ["chercheurs @ Nor"], "Paul Grand": ["chercheurs @ Nor"]}),
        ("Avec ses deux adjoints, Luc Roux et Paul Grand, tout va bien.",
         {"Luc Roux": ["adjoints"], "Paul Grand": ["adjoints"]}),
        ("[[Nor]] : Julie Roux devient directrice", {"Julie Roux": ["directrice @ Nor"]}),
    ],
)  # fmt: skip
def test_shared_titles(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, ornithologue, est là. La chargée d’études de la [[LPO]] parle.",
         {"Anne Petit": ["ornithologue", "chargée d’études @ LPO"]}),
        ("Paul Henry, maire, a refusé. La directrice de la [[LPO]] a salué ce choix.",
         {"Paul Henry": ["maire"]}),
        ("À Tours, la maire est fâchée. Anne Petit dit avoir appris la nouvelle.", {"Anne Petit": ["maire"]}),
        ("À Tours, le maire est fâché. Anne Petit dit avoir appris la nouvelle.", {}),
        ("« C'est non », tranche le patron de la scierie. Marc Boyer a déjà refusé.",
         {"Marc Boyer": ["patron de la scierie"]}),
        ("Anne Petit est citée. « L'appel de Julie Roux reste vrai », confie la députée du Lot.",
         {"Anne Petit": ["députée du Lot"]}),
        ("« [[Nor]] n'a rien fait », affirme son porte-parole, Marc Boyer.",
         {"Marc Boyer": ["porte-parole @ Nor"]}),
    ],
)  # fmt: skip
def test_titles_taken_up(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected
