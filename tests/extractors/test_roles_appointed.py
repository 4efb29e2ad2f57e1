"""Lists of appointments, reshuffles, functions that are another's, names of several parts."""

from __future__ import annotations

import pytest

from communique.pipeline import load
from marked_people import names, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Commissaire de Police Principal, Awa GUEYE, précédemment Commissaire central de Tanval, est nommée"
         " adjointe au Directeur de la Formation ;",
         ["Commissaire de Police Principal", "Commissaire central de Tanval",
          "adjointe au Directeur de la Formation"]),
        ("- Le Commissaire divisionnaire Awa SOW, matricule 401.223/B, précédemment cheffe du service du"
         " courrier, est nommée Commissaire central de Tanval.",
         ["Commissaire divisionnaire", "cheffe du service du courrier", "Commissaire central de Tanval"]),
        ("Mme Awa DIARRA, Mle 104 552 K, inspectrice du Trésor, est nommée percepteur.",
         ["inspectrice du Trésor", "percepteur"]),
        ("Mme Awa DIARRA, de retour de mission, jusque-là préfète de Tanval, est promue gouverneure.",
         ["préfète de Tanval", "gouverneure"]),
        ("Mme Awa DIARRA, détachée au Mali, jusqu'alors cheffe de projet, est nommée directrice.",
         ["cheffe de projet", "directrice"]),
        # no function follows, or it is not told of her
        ("Mme Awa DIARRA, matricule 401.223, précédemment en service à Tanval, est nommée préfète.", ["préfète"]),
        ("Mme Awa DIARRA a été reçue. L'immeuble, précédemment directeur, est vendu.", []),
    ],
)  # fmt: skip
def test_items_of_appointments(text: str, expected: list[str]) -> None:
    (found,) = [held for name, held in roles(text).items() if name.startswith("Awa")] or [[]]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit devient ministre de la Mer, auprès de la ministre de l'Eau, chargée de la Pêche.",
         ["ministre de la Mer, auprès de la ministre de l'Eau, chargée de la Pêche"]),
        ("Anne Petit devient ministre, en charge des Relations avec le Parlement.",
         ["ministre, en charge des Relations avec le Parlement"]),
        ("Anne Petit est nommée ministre auprès d'elle chargée des Ports.",
         ["ministre auprès d'elle chargée des Ports"]),
        ("Au poste de ministre du Travail, la députée du Gard Anne Petit remplace Paul Grand.",
         ["ministre du Travail", "députée du Gard"]),
        ("Anne Petit, qui occupait jusqu'ici le poste de secrétaire d'État à la Ruralité, a été nommée préfète.",
         ["secrétaire d'État à la Ruralité", "préfète"]),
        ("Anne Petit a annoncé qu'elle allait quitter ses fonctions de porte-parole de l'[[Union Nor]].",
         ["porte-parole @ Union Nor"]),
        ("La ministre française des Ports d'alors, Anne Petit, avait refusé.", ["ministre française des Ports"]),
        ("La bourgmestre de l'époque, Anne Petit, avait refusé.", ["bourgmestre"]),
        ("Paul Grand, bras droit du Premier ministre Anne Petit, rit.", ["Premier ministre"]),
        ("Anne Petit, déléguée générale pour l'Afrique depuis six mois, part.",
         ["déléguée générale pour l'Afrique"]),
        ("Anne Petit, directrice générale pour la France, part.", ["directrice générale pour la France"]),
        ("Anne Petit, élue présidente pour un an, part.", ["présidente"]),
        ("La secrétaire générale de la [[CNT]] cheminots, Anne Petit, dénonce un recul.",
         ["secrétaire générale @ CNT"]),
        ("L'avocate de Paul Grand, Me Anne Petit, a fait appel.", ["avocate de Paul Grand"]),
        ("Anne Petit, cheffe de l'antenne de Zaltec, rit.", ["cheffe de l'antenne de Zaltec"]),
        ("Anne Petit, proche de Luc Roux, qui occupait jusque-là le poste de préfète, est nommée ministre.",
         ["ministre", "préfète"]),
        # another's
        ("L'avocat de Paul Grand, Anne Petit et Luc Roux, a fait appel.", []),
        ("Paul Grand était entendu. « C'est injuste », juge Anne Petit, qui attend.", []),
        ("Le gardien de la paix a rapporté son tir à Anne Petit. L'agente a rendu un rapport.", []),
        ("Aux côtés d'Anne Petit, le maire a ouvert la halle.", []),
        ("Le fils d'Anne Petit, qui fut ministre, rit. Anne Petit, administratrice venue du Nord, aussi.",
         ["ministre", "administratrice"]),
        ("Paul Grand, un proche d'Anne Petit, devient préfet.", []),
        ("Fidèle de la cheffe de l'État, Anne Petit conserve ce portefeuille.", []),
        # ages, oaths, ranks after a label, items of a list
        ("Magistrate de 52 ans, Anne Petit a prêté serment.", ["Magistrate"]),
        ("Anne Petit a été installée vendredi dans ses fonctions de préfète du Nord.", ["préfète du Nord"]),
        ("- Inspectrice en cheffe : Colonelle Anne Petit.", ["Inspectrice en cheffe", "Colonelle"]),
        ("- Conseillers techniques : M. Paul Grand, médecin ; Mme Anne Petit, juriste.",
         ["Conseillers techniques", "juriste"]),
        ("- Solistes : M. Paul Grand (ténor) ; Mme Anne Petit, soprano.", ["soprano"]),
        ("Avertissement d'Anne Petit\n\nLa vice-première ministre et ministre des Ports, Anne Petit, refuse.",
         ["vice-première ministre", "ministre des Ports"]),
        ("Anne Petit, présidente du groupe parlementaire [[LFN]], proteste.",
         ["présidente du groupe parlementaire @ LFN"]),
    ],
)  # fmt: skip
def test_reshuffles_and_whose(text: str, expected: list[str]) -> None:
    assert sorted(roles(text).get("Anne Petit", [])) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anne Petit a pris la parole. Pour l'élue centriste, il faut changer.", ["élue centriste"]),
        ("Anne Petit a pris la parole. La présidente insiste sur ce point.", ["présidente"]),
        ("Anne Petit est arrivée. La présidente ivoirienne rencontrera des élus.", ["présidente ivoirienne"]),
        ("Lettre d'Anne Petit. Dans ce texte, la première secrétaire du [[PNR]] salue la lutte.",
         ["première secrétaire @ PNR"]),
        ("Anne Petit a reçu Paul Grand. La cheffe de l'État souhaitait l'entendre.", ["cheffe de l'État"]),
        ("Anne Petit a interpellé Paul Grand. Reçue mardi, la présidente du [[PNR]] a redit non.",
         ["présidente @ PNR"]),
        ("Anne Petit et Zoé Roux ont reçu Paul Grand. La cheffe de l'État souhaitait l'entendre.", []),
        ("Anne Petit succède à Paul Grand à la présidence. La nouvelle présidente rit.", ["présidente"]),
        ("Anne Petit expose. En 2019, la directrice du musée a ri. Mardi, la maire l'avait vue.", []),
        ("Paul Grand a écrit.\n\n- Lettre d'Anne Petit : Dans ce texte, la première secrétaire du [[PNR]] dit non.",
         ["première secrétaire @ PNR"]),
        ("Anne Petit et Paul Grand s'affrontent. Mardi, la présidente du tribunal a tranché.", []),
        ("Lettre d'Anne Petit. De son côté, la première secrétaire du [[PNR]] salue la lutte.", []),
    ],
)  # fmt: skip
def test_functions_that_take_up_a_name(text: str, expected: list[str]) -> None:
    assert roles(text).get("Anne Petit", []) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("El Hadj Malick NDIAYE, maire de Tanval, a ouvert la séance.", ["El Hadj Malick NDIAYE"]),
        ("Sont élus : Mamadou Lamine BALDÉ, Thierno Alpha BARRY et Hadja Kadiatou SYLLA.",
         ["Mamadou Lamine BALDÉ", "Thierno Alpha BARRY", "Hadja Kadiatou SYLLA"]),
        ("Sidi Mohamed OULD TAH, président, était là.", ["Sidi Mohamed OULD TAH"]),
        ("Le capitaine Yéro Mbalo DIAO et Awa SECK sont cités.", ["Yéro Mbalo DIAO", "Awa SECK"]),
        ("Mamadou Bhoye Diallo a marqué. Diallo sort.", ["Mamadou Bhoye Diallo"]),
        # initials after a name
        ("Marie Durand CNRS a signé. Anne Petit ADEME aussi.", ["Marie Durand", "Anne Petit"]),
        ("Karim Haddad OIM, Aminata Touré OMVS, Awa SECK.", ["Karim Haddad", "Aminata Touré", "Awa SECK"]),
        # a surname after a title that an adjective qualifies
        ("Le nouveau président Delestrade a parlé.", ["Delestrade"]),
        ("L'ex-président Delestrade sera jugé.", ["Delestrade"]),
        ("« Rien n'est décidé », a dit le premier ministre Delestrade.", ["Delestrade"]),
        ("Le premier président Europe de la marque et le gouverneur Brésil ont parlé.", []),
        # first names alone
        ("Quelques mots de Léa, présidente de l'association, et Yoann, futur trésorier.", ["Léa", "Yoann"]),
        ("Interview de Julie, cheffe de projet.", ["Julie"]),
        ("Notre présidente, Solène, ouvre le bal.", ["Solène"]),
        ("Aurélie est conseillère en insertion.", ["Aurélie"]),
        ("Karim est bénévole depuis dix ans.", ["Karim"]),
        ("Florence est candidate à l'organisation. L'avis de Constance, commune du lac.", []),
        ("Notre maire, à Nancy, a dit oui. Chloé est une marque.", []),
    ],
)  # fmt: skip
def test_names_of_several_parts_or_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_woman_s_function_is_no_man_s() -> None:
    assert roles("L'assistante de Paul Grand, qui fut comédienne à Tanval, rit.") == {}


def test_ranks_are_no_bodies() -> None:
    text = "- Commissaire de Police Divisionnaire, Awa SECK ;\n\n- Lieutenant de Gendarmerie, Paul GRAND ;"
    assert load(model=None)(text).institutions == ()
