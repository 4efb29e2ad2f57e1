"""Functions in lists of signatories, contact blocks, nominations of several, and who of two holds them."""

from __future__ import annotations

import pytest

from marked_people import names, people, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, porte parole de [[Nor]], parle.", ["porte parole @ Nor"]),
        ("Anne Petit, vice présidente de [[Nor]], parle.", ["vice présidente @ Nor"]),
        ("Anne Petit, sous préfète de Dole, parle.", ["sous préfète de Dole"]),
        ("La co directrice de [[Nor]], Anne Petit, parle.", ["co directrice @ Nor"]),
        ("Anne Petit porte parole et conseil.", None),
        ("Anne Petit, préfète de la Côte-d'Or, parle.", ["préfète de la Côte-d'Or"]),
        ("Anne Petit, conseillère prud'homale, parle.", ["conseillère prud'homale"]),
        ("Anne Petit / productrice / Espagne", ["productrice"]),
        ("Anne Petit, auteure/compositrice, parle.", ["auteure/compositrice"]),
        ("Anne Petit, adjointe au maire déléguée à la jeunesse, à la vie scolaire et à la citoyenneté, parle.",
         ["adjointe au maire déléguée à la jeunesse, à la vie scolaire et à la citoyenneté"]),
        ("Anne Petit, échevine en charge de l'Urbanisme, de l'Égalité des chances et de la Participation.",
         ["échevine en charge de l'Urbanisme, de l'Égalité des chances et de la Participation"]),
        ("Anne Petit, directrice du développement, des infrastructures et de l'environnement de [[Nor]], parle.",
         ["directrice du développement, des infrastructures et de l'environnement @ Nor"]),
        ("En présence d'Anne Petit, maire de Nantes, de la préfète et de la rectrice.", ["maire de Nantes"]),
        ("En présence d'Anne Petit, directrice de l'école, de la préfète et de la rectrice.",
         ["directrice de l'école"]),
        ("Anne Petit, directrice de la recherche, de 2010 à 2015 et de retour en 2020.",
         ["directrice de la recherche"]),
        ("Anne Petit – [[Nor]] – présidente", ["présidente @ Nor"]),
        ("Anne Petit | [[Nor]] | directrice de recherche", ["directrice de recherche @ Nor"]),
        ("Anne Petit – Collectif inconnu des mares – trésorière", ["trésorière"]),
        ("Anne Petit – [[Nor]] – Lille", None),
        ("Information :\nAnne Petit, conseillère en relations médias\n[[Nor]]",
         ["conseillère en relations médias @ Nor"]),
        ("Information :\nAnne Petit, conseillère en relations médias\n[[Nor]], section de Nîmes",
         ["conseillère en relations médias"]),
        ("Docteure en pharmacie et diplômée de [[Nor]], Anne Petit parle.", ["Docteure en pharmacie"]),
        ("Anne Petit, conférencière et première dauphine, parle.", ["conférencière"]),
        ("Anne Petit, enseignante spécialisée (Ulis collège), syndicaliste", ["enseignante spécialisée", "syndicaliste"]),
        ("Anne Petit, D.G. de [[Nor]], parle.", ["D.G. @ Nor"]),
        ("Le P.-D.G. de [[Nor]], Anne Petit, parle.", ["P.-D.G. @ Nor"]),
        ("Anne Petit et D. G. Martin parlent.", None),
        ("• Anne Petit. Psychologue à [[Nor]].\n• Tous.", ["Psychologue @ Nor"]),
        ("C'est Anne Petit. Psychologue à [[Nor]], elle dort.", ["Psychologue @ Nor"]),
        ("C'est Anne Petit. Directrice, c'est dur.", None),
        ("Anne Petit quitte son poste de directrice pour présider [[Nor]].", ["directrice"]),
        ("Anne Petit occupe actuellement la fonction de directrice de [[Nor]].", ["directrice @ Nor"]),
        ("Anne Petit brigue le poste de directrice.", None),
        ("Anne Petit devient quant à elle directrice de [[Nor]].", ["directrice @ Nor"]),
        ("Anne Petit, cheffe du village de Tanou, parle.", ["cheffe du village de Tanou"]),
        ("Anne Petit, directrice de Tanou, parle.", ["directrice @ Tanou"]),
        ("Madame la Bourgmestre Anne Petit a parlé.", ["Bourgmestre"]),
        ("L'ambassadrice du Togo S.E. Mme Anne Petit a parlé.", ["ambassadrice du Togo"]),
        ("[[Nor]] | Direction de la communication | Anne Petit, chargée des relations presse",
         ["chargée des relations presse @ Nor"]),
        ("Contact : Anne Petit / responsable communication / l.petit@nor.example", ["responsable communication"]),
        ("Contact : Anne Petit / responsable presse / médias", ["responsable presse / médias"]),
    ],
)  # fmt: skip
def test_titles(text: str, expected: list[str] | None) -> None:
    assert roles(text) == ({"Anne Petit": expected} if expected else {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Contact : Anne Petit, attachée de presse de la ministre Julie Grand, 0476",
            {"Anne Petit": ["attachée de presse de la ministre"], "Julie Grand": ["ministre"]},
        ),
        ("L'attachée de presse de la ministre Julie Grand a parlé.", {"Julie Grand": ["ministre"]}),
        (
            "La directrice de cabinet du préfet, Julie Grand, a parlé.",
            {"Julie Grand": ["directrice de cabinet du préfet"]},
        ),
        (
            "Anne Petit est nommée directrice de cabinet du préfet de région, préfet du Nord.",
            {"Anne Petit": ["directrice de cabinet du préfet de région"]},
        ),
        (
            "Anne Petit est préfète de région, préfète du Nord.",
            {"Anne Petit": ["préfète de région", "préfète du Nord"]},
        ),
        (
            "[[Nor]] annonce la nomination d'Anne Petit au poste de directrice et celle de Paul Grand comme DRH.",
            {"Anne Petit": ["directrice @ Nor"], "Paul Grand": ["DRH @ Nor"]},
        ),
        (
            "Lyon, le 3 mars 2025 – [[Nor]] annonce la nomination d'Anne Petit au poste de directrice.",
            {"Anne Petit": ["directrice @ Nor"]},
        ),
        (
            "[[Nor]] a nommé Anne Petit au poste de cheffe du Service de la mobilité.",
            {"Anne Petit": ["cheffe"]},
        ),
        ("Paul Petit a étudié. Il fut délégué du personnel.", {"Paul Petit": ["délégué du personnel"]}),
        ("Paul Petit est chargé de projet.", {"Paul Petit": ["chargé de projet"]}),
        ("Paul Petit est chargé de la rénovation.", {}),
        ("Paul Petit a délégué du personnel.", {}),
        (
            "Paul Petit a été apprenti chez [[Nor]]. Il fut délégué du personnel.",
            {"Paul Petit": ["apprenti @ Nor", "délégué du personnel"]},
        ),
    ],
)
def test_who_holds_what(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Elle a débuté sa carrière comme juriste chez [[Nor]].", ["juriste @ Nor"]),
        ("Elle occupe depuis 2010 le poste de directrice de [[Nor]].", ["directrice @ Nor"]),
        (
            "Elle a été juriste à [[Nor]] avant d'être nommée, en 2018, directrice adjointe de [[Vie]].",
            ["juriste @ Nor", "directrice adjointe @ Vie"],
        ),
        ("Elle a débuté sa carrière comme il se doit.", None),
        ("Elle a été nommée présidente de l'université par 19 voix.", ["présidente de l'université"]),
        ("Elle est conseillère honoraire et chevalier de l'Ordre du mérite.", ["conseillère honoraire"]),
        ("La commissaire, le vérificateur et Luc Morel ont applaudi.", None),
    ],
)
def test_what_a_pronoun_was(text: str, expected: list[str] | None) -> None:
    assert roles("Anne Petit, voisine, a parlé. " + text).get("Anne Petit") == expected


def test_capitals_of_an_address_are_no_name() -> None:
    assert names("LETTRE OUVERTE À MADAME LA MINISTRE DE LA CULTURE\n\nMadame la Ministre,") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Président : Paul Grand\nVice-présidentes : Anne Petit et Julie Moreau\nTrésorier : Luc Morel",
            {
                "Paul Grand": ["Président"],
                "Anne Petit": ["Vice-présidentes"],
                "Julie Moreau": ["Vice-présidentes"],
                "Luc Morel": ["Trésorier"],
            },
        ),
        (
            "Trésorière : Anne Petit (adjoint : Paul Grand)",
            {"Anne Petit": ["Trésorière"], "Paul Grand": ["adjoint"]},
        ),
        (
            "Membres : Anne Petit (Nantes), Paul Grand (Lille), Luc Morel",
            {"Anne Petit": ["Membres"], "Paul Grand": ["Membres"], "Luc Morel": ["Membres"]},
        ),
        ("Signataires : Anne Petit, Paul Grand", {}),
        ("Les élèves Anne Petit et Paul Grand ont gagné.", {}),
        ("L'élève Anne Petit a gagné.", {"Anne Petit": ["élève"]}),
        (
            "Les chercheuses Anne Petit et Julie Morel ont gagné.",
            {"Anne Petit": ["chercheuses"], "Julie Morel": ["chercheuses"]},
        ),
        (
            "Solistes : Anne Petit (soprano) ; Paul Grand, ténor",
            {"Anne Petit": ["soprano"], "Paul Grand": ["ténor"]},
        ),
        (
            "Julie Morel (trésorière), Anne Petit et Paul Grand (représentants en F3SCT)",
            {
                "Julie Morel": ["trésorière"],
                "Anne Petit": ["représentants en F3SCT"],
                "Paul Grand": ["représentants en F3SCT"],
            },
        ),
        (
            "Les députés Paul Grand (MoDem) et Anne Petit ont promis.",
            {"Paul Grand": ["députés"], "Anne Petit": ["députés"]},
        ),
        (
            "Le préfet de région, préfet du Nord, Konin Akaffou, a parlé.",
            {"Konin Akaffou": ["préfet de région", "préfet du Nord"]},
        ),
    ],
)
def test_lists_with_labels(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


def test_a_long_list_tells_what_its_other_names_are() -> None:
    text = "Signataires : Anne Petit, Paul Grand, Nnoman Cadoret, Luc Morel, Julie Moreau."
    assert "Nnoman Cadoret" in names(text)
    assert "Nnoman Cadoret" not in names("Anne Petit, Nnoman Cadoret, hier.")


def test_what_a_function_is_of_is_nobody() -> None:
    assert names("- Anne Petit, directrice Lausanne Tourisme-Ouest, +41 21 000 00 00") == ["Anne Petit"]
    assert names("La directrice Ngozi Adebayor a parlé.") == ["Ngozi Adebayor"]


def test_a_title_before_a_comma_tells_a_person() -> None:
    assert names("Le représentant résident du [[PNUD]], Snehal Soneji, a parlé.") == ["Snehal Soneji"]


def test_a_raised_figure_is_no_initial() -> None:
    assert names("Ils ont planté 300 m³. Très vite, Anne Petit a parlé.") == ["Anne Petit"]


def test_a_telephone_is_no_part_of_a_name() -> None:
    assert names("Anne Petit Tél. 01 44 76 75 39 – Paul Grand Mail : p@x.fr") == ["Anne Petit", "Paul Grand"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Paul Morel en sera le trésorier, Anne Petit la secrétaire générale.",
            {"Paul Morel": ["trésorier"], "Anne Petit": ["secrétaire générale"]},
        ),
        (
            "Anne Petit est élue présidente, Paul Grand trésorier et Luc Morel secrétaire.",
            {"Anne Petit": ["présidente"], "Paul Grand": ["trésorier"], "Luc Morel": ["secrétaire"]},
        ),
        ("Anne Petit est la directrice de [[Nor]], Paul Grand est parti.", {"Anne Petit": ["directrice @ Nor"]}),
        (
            "Il a nommé Paul Grand président du directoire et nommé Anne Petit membre du directoire.",
            {"Paul Grand": ["président du directoire"], "Anne Petit": ["membre du directoire"]},
        ),
        (
            "Anne Petit, inspectrice d'académie – directrice académique de la Somme, a parlé.",
            {"Anne Petit": ["inspectrice d'académie", "directrice académique de la Somme"]},
        ),
        (
            "Anne Petit, directrice – rédacteur : Paul Grand",
            {"Anne Petit": ["directrice"], "Paul Grand": ["rédacteur"]},
        ),
        ("L'honorable députée Anne Petit a parlé.", {"Anne Petit": ["députée"]}),
        ("L'ambassadeur du Togo à Paris, S.E.M. Paul Grand, parle.", {"Paul Grand": ["ambassadeur du Togo à Paris"]}),
        ("Investisseurs : Paul Grand, analyste", {"Paul Grand": ["analyste"]}),
        ("Paul Grand, Chief Product Officer, parle.", {"Paul Grand": ["Chief Product Officer"]}),
        ("Le [[CPE]], M. Grand, a parlé.", {"Grand": ["CPE"]}),
    ],
)  # fmt: skip
def test_several_and_their_predicates(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Présidente\nAnne Petit\n\nVice-président\nPaul Grand",
            {"Anne Petit": ["Présidente"], "Paul Grand": ["Vice-président"]},
        ),
        (
            "Présidente\n\nAnne Petit\n\nVice-président\n\nPaul Grand",
            {"Anne Petit": ["Présidente"], "Paul Grand": ["Vice-président"]},
        ),
        (
            "Auteur\nPaul Grand\nTraductrice\nAnne Petit\nComédiens\nLuc Morel\nJulie Moreau",
            {
                "Paul Grand": ["Auteur"],
                "Anne Petit": ["Traductrice"],
                "Luc Morel": ["Comédiens"],
                "Julie Moreau": ["Comédiens"],
            },
        ),
        (
            "Équipe\nPaul Grand\nDirecteur\nAnne Petit\nResponsable administrative",
            {"Paul Grand": ["Directeur"], "Anne Petit": ["Responsable administrative"]},
        ),
        (
            "Pour le conseil,\nLa présidente\nMme Anne PETIT\n\nLe secrétaire général\nPaul GRAND",
            {"Anne PETIT": ["présidente"], "Paul GRAND": ["secrétaire général"]},
        ),
        (
            "Directrice\nAnne Petit\n[[Nor]]\nPrésident\nPaul Grand\nCollectif des mares",
            {"Anne Petit": ["Directrice @ Nor"], "Paul Grand": ["Président"]},
        ),
        (
            "Anne Petit\n[[Nor]]\nDirectrice\nPaul Grand\n[[Vie]]\nPrésident",
            {"Anne Petit": ["Directrice @ Nor"], "Paul Grand": ["Président @ Vie"]},
        ),
        ("Signataires\n\nAnne Petit\nPaul Grand", {}),
        ("La fête a réuni 300 personnes, dit le maire\n\nAnne Petit\n\nPaul Grand", {}),
    ],
)
def test_lines_of_titles_and_names(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit, féministe, cofondatrice de [[Nor]]", ["cofondatrice @ Nor"]),
        ("Anne Petit, ravie, a applaudi.", None),
        ("Anne Petit, psychanalyste, professeure émérite, [[Nor]]", ["psychanalyste", "professeure émérite @ Nor"]),
        ("Anne Petit, directrice et fondatrice, [[Nor]]", ["directrice @ Nor", "fondatrice @ Nor"]),
        ("Anne Petit, directrice au [[Nor]], membre du laboratoire [[Vie]]", ["directrice @ Nor", "membre @ Vie"]),
        ("Anne Petit, salariée de [[Nor]], membre du réseau [[Vie]]", ["salariée @ Nor"]),
        ("Anne Petit, ex-DG, parle.", ["ex-DG"]),
        ("Anne Petit, coprésidente du groupe n° 1 de [[Nor]] et membre de [[Vie]], parle.",
         ["coprésidente du groupe n° 1 @ Nor", "membre @ Vie"]),
        ("Un pôle événementiel (resp. Anne Petit) est créé.", ["resp"]),
        ("Anne Petit, Dean, parle.", ["Dean"]),
        ("Anne Petit, autrice de BD, parle.", ["autrice de BD"]),
        ("Notre notaire : Anne Petit. Notre banque : autre.", ["notaire"]),
        ("Ils ont rencontré la directrice de cabinet (Mme Anne Petit) et le DRH.", ["directrice de cabinet"]),
        ("Ils ont rencontré une voisine (Anne Petit, de Nantes).", None),
        ("Anne Petit, conseillère municipale, déléguée à la culture, parle.",
         ["conseillère municipale, déléguée à la culture"]),
        ("Anne Petit, vice-présidente de [[Nor]], chargée de la culture, parle.",
         ["vice-présidente, chargée de la culture @ Nor"]),
        ("Anne Petit, biologiste, chargée de mission, parle.", ["biologiste", "chargée de mission"]),
        ("Anne Petit, infirmière, déléguée à la sécurité, parle.", ["infirmière", "déléguée à la sécurité"]),
        ("Anne Petit (élue déléguée au numérique) parle.", ["élue déléguée au numérique"]),
        ("Anne Petit, élue présidente de [[Nor]], parle.", ["présidente @ Nor"]),
        ("Anne Petit, professeure invitée à [[Nor]] et chercheuse à [[Vie]], parle.",
         ["professeure invitée @ Nor", "chercheuse @ Vie"]),
        ("La directrice invite Anne Petit.", None),
        ("Anne Petit\nDirectrice, Communications et affaires publiques\n[[Nor]]\n",
         ["Directrice, Communications et affaires publiques @ Nor"]),
        ("Anne Petit, vice-présidente, Ressources humaines, parle.", ["vice-présidente, Ressources humaines"]),
        ("Anne Petit, vice-présidente, Marketing Solutions SA, parle.", ["vice-présidente"]),
        ("GROUPE [[Nor]] – Anne Petit, directrice générale", ["directrice générale @ Nor"]),
        ("- Pour l'[[Nor]] : Anne Petit, responsable communication", ["responsable communication @ Nor"]),
        ("[[Nor]] – Porte-parole : Anne Petit, 0475 00 00 00", ["Porte-parole @ Nor"]),
        ("Contacts : Anne Petit ([[DIRCOM]]) : 77 000 00 00", ["DIRCOM"]),
        ("Anne Petit, directrice d'équipe [[Nor]], parle.", ["directrice d'équipe @ Nor"]),
        ("La vice-présidente (PS) aux transports, Anne Petit, parle.", ["vice-présidente aux transports"]),
        ("Intervenant en séance, Anne Petit parle.", None),
        ("Enseignante en lycée, Anne Petit parle.", ["Enseignante en lycée"]),
        ("Chargée de mission Eau à [[Nor]] 25, Anne Petit parle.", ["Chargée de mission Eau @ Nor"]),
        ("Paul Grand a saisi le [[Nor]]. Sa suppléante, Anne Petit, parle.", ["suppléante"]),
        ("Paul Grand est à [[Nor]]. Sa doctorante Anne Petit parle.", ["doctorante"]),
        ("Une agence nationale, Anne Petit, et ses amis.", None),
        ("[[Région Sud]]. Anne Petit, présidente de la Région, parle.", ["présidente @ Région Sud"]),
        ("[[Groupe Alba]]. Anne Petit, PDG du Groupe, parle.", ["PDG @ Groupe Alba"]),
        ("[[Région Sud]]. Anne Petit, préfète de la Région, parle.", ["préfète de la Région"]),
        ("[[Région Sud]]. Anne Petit, présidente de la région, parle.", ["présidente de la région"]),
        ("Anne Petit, présidente de la Fondation, parle.", ["présidente de la Fondation"]),
        ("Anne Petit, membre de la CE confédérale, parle.", ["membre de la CE confédérale"]),
        ("Anne Petit, directrice de [[Nor]] (présidente du jury) ; Paul Grand", ["directrice @ Nor", "présidente du jury"]),
        ("La coopérative [[Nor]], dit Anne Petit, grandit. [[Vie]], dont elle est la directrice, suit.",
         ["directrice @ Vie"]),
        ("Le reste du comité : Anne Petit (Dir. Marketing)", ["Dir. Marketing"]),
        ("Anne Petit, directrice de la RSE et de l'engagement, parle.", ["directrice de la RSE et de l'engagement"]),
        ("Anne Petit, directrice de la FNEX, parle.", ["directrice @ FNEX"]),
        ("Anne Petit, jusqu'à présent DAF, est promue directrice.", ["DAF", "directrice"]),
        ("Elle remplace Anne Petit, laquelle devient directrice de [[Nor]].", ["directrice @ Nor"]),
    ],
)  # fmt: skip
def test_in_lists(text: str, expected: list[str] | None) -> None:
    assert roles(text).get("Anne Petit") == expected


def test_a_shared_civility_goes_past_brackets() -> None:
    assert names("MM. Morel (président), Grand et Mme Petit ont siégé.") == ["Morel", "Grand", "Petit"]


def test_the_civility_stated_with_a_full_name_is_kept() -> None:
    assert [p.civility for p in people("la députée, Mme Étienne-Anne Petit, et M. Paul Grand")] == [
        "Mme",
        "M.",
    ]
