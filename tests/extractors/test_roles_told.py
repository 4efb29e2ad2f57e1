"""Where a title ends and what it leaves to the sentence; functions told by gerunds, verbs and fronted nouns."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, journaliste connue pour ses enquêtes, parle.", ["journaliste"]),
        ("Anne Petit, officière formée au Togo, parle.", ["officière"]),
        ("Anne Petit, cuisinière passée par Lyon, parle.", ["cuisinière"]),
        ("Anne Petit, ancienne policière reconvertie dans la mode, parle.", ["ancienne policière"]),
        ("Anne Petit, avocate engagée dans la défense des forêts, parle.", ["avocate"]),
        ("Anne Petit, styliste cherchant de nouvelles formes, expose.", ["styliste"]),
        ("Anne Petit est une sculptrice belge travaillant sur la laine.", ["sculptrice belge"]),
        ("Anne Petit, ingénieure diplômée de l'[[École Nord]], parle.", ["ingénieure"]),
        ("Anne Petit, essayiste proche de la gauche, parle.", ["essayiste"]),
        ("Anne Petit, présidente de la commission chargée d'étudier le projet, parle.",
         ["présidente de la commission"]),
        ("Cette professeure de grec enseigne à Dole. Anne Petit, helléniste, aussi.", ["helléniste"]),
        # what belongs to the title
        ("Anne Petit, infirmière diplômée d'État à Dole, parle.", ["infirmière diplômée d'État à Dole"]),
        ("Anne Petit, chercheuse invitée à l'[[École Nord]], parle.", ["chercheuse invitée @ École Nord"]),
        ("Anne Petit, actrice engagée, parle.", ["actrice engagée"]),
        ("Anne Petit, avocate spécialisée en droit du travail, parle.",
         ["avocate spécialisée en droit du travail"]),
        ("Anne Petit, maire sortante de Dole, parle.", ["maire sortante de Dole"]),
        ("Anne Petit, professeure de SES au [[lycée Nord]], parle.", ["professeure de SES @ lycée Nord"]),
        ("Anne Petit, prof. titulaire à l'[[École Nord]], parle.", ["prof. titulaire @ École Nord"]),
        ("C'est la classe de son prof. Anne Petit a dix ans.", []),
    ],
)  # fmt: skip
def test_what_a_participle_tells_is_no_title(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit", []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, technicienne employée par la société [[Nord]], parle.", ["technicienne @ Nord"]),
        ("Anne Petit, une créatrice employée chez [[Nord]] à Dole, parle.", ["créatrice @ Nord"]),
        ("Anne Petit, psychologue exerçant au [[CHU Nord]], parle.", ["psychologue @ CHU Nord"]),
        ("Anne Petit, journaliste travaillant pour [[Nord]], parle.", ["journaliste @ Nord"]),
        ("Anne Petit, journaliste employée par une banque, parle de [[Nord]].", ["journaliste"]),
    ],
)  # fmt: skip
def test_who_employs(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Ministre du Plan, Budget et Tourisme, Anne Petit, parle.", ["Ministre du Plan, Budget et Tourisme"]),
        ("Anne Petit, Ministre de la Jeunesse, Sports et Culture, parle.",
         ["Ministre de la Jeunesse, Sports et Culture"]),
        ("Anne Petit, responsable communication, marketing et digital chez [[Nord]], parle.",
         ["responsable communication, marketing et digital @ Nord"]),
        ("Anne Petit, ministre du Tourisme, Paul Roux et Luc Roux parlent.", ["ministre du Tourisme"]),
        ("La ministre de la Santé, Anne Petit, et Paul Roux parlent.", ["ministre de la Santé"]),
    ],
)  # fmt: skip
def test_portfolios(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Anne Petit": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit quitte le projet, tout en restant présidente de la [[Ligue]].", ["présidente @ Ligue"]),
        ("Tout en restant présidente de la [[Ligue]], Anne Petit quitte le projet.", ["présidente @ Ligue"]),
        ("Anne Petit, tout en gardant son poste de directrice, se retire.", ["directrice"]),
        ("Le départ d'Anne Petit, tout en conservant son mandat de maire de Dole, surprend.", ["maire de Dole"]),
        ("Anne Petit démissionne de son poste de directrice de la [[Ligue]].", ["directrice @ Ligue"]),
        ("Anne Petit a été suspendue de ses fonctions de directrice.", ["directrice"]),
        ("Anne Petit exerce le métier de verrière.", ["verrière"]),
        ("Anne Petit exerce la profession d'avocate depuis 2004.", ["avocate"]),
        ("Anne Petit a quitté l'équipe après deux ans comme jardinière.", ["jardinière"]),
        ("Anne Petit, qui est directrice de la [[Ligue]], a ouvert la séance.", ["directrice @ Ligue"]),
        ("Anne Petit, autoproclamée présidente par intérim, parle.", ["présidente par intérim"]),
        ("Anne Petit a 42 ans. Elle fut longtemps conseillère du maire.", ["conseillère du maire"]),
        ("Comme ministre de la Santé, Anne Petit a défendu la réforme.", ["ministre de la Santé"]),
        ("La décision de la ministre, Anne Petit, de fermer le site surprend.", ["ministre"]),
        ("À l'initiative de la maire de Dole, Anne Petit, le projet a été lancé.", ["maire de Dole"]),
        # nobody's, or another's
        ("Anne Petit reçoit Paul Roux, tout en gardant son poste de directrice.", []),
        ("Par arrêté de la ministre, Anne Petit est mutée.", []),
        ("Par décret de la ministre, Anne Petit, née à Dole, est décorée.", []),
        ("Chargée de défendre le projet, Anne Petit a convaincu.", []),
        ("À la demande d'Anne Petit, les députés ont voté.", []),
        ("La veuve du marin, Anne Petit, a parlé.", []),
    ],
)  # fmt: skip
def test_told_by_the_sentence(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit", []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fondateurs de la revue, Anne Petit et Paul Roux ont écrit un livre.", ["Fondateurs de la revue"]),
        ("Journalistes à [[Nord]], Anne Petit et Paul Roux ont écrit un livre.", ["Journalistes @ Nord"]),
    ],
)
def test_fronted_plural_is_of_each(text: str, expected: list[str]) -> None:
    assert roles(text) == {"Anne Petit": expected, "Paul Roux": expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, ex-numéro deux de [[Nord]], parle.", ["ex-numéro deux @ Nord"]),
        ("La numéro 2 du parti, Anne Petit, parle.", ["numéro 2 du parti"]),
        ("Anne Petit, numéro 2 mondiale, s'est inclinée.", []),
        ("Anne Petit, conseil en stratégie, parle.", ["conseil en stratégie"]),
        ("Anne Petit, directrice du cabinet de conseil en stratégie, parle.",
         ["directrice du cabinet de conseil en stratégie"]),
        ("Anne Petit, volontaire en service civique, parle.", ["volontaire en service civique"]),
        ("La milliardaire Anne Petit parle.", ["milliardaire"]),
    ],
)  # fmt: skip
def test_nouns_of_functions(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit", []) == expected
