"""Functions told in a title, or of whoever is spoken of, and what names nobody there."""

from __future__ import annotations

import pytest

from marked_people import roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nîmes : la maire aurait voulu être prévenue\n\nAnne Petit, par la voix de son adjoint, a réagi.",
         {"Anne Petit": ["maire"]}),
        ("Québec : le ministre de la Santé sous pression\n\nPaul Petit ne recule pas.",
         {"Paul Petit": ["ministre de la Santé"]}),
        ("La maire de Nîmes appelle au calme\n\nAnne Petit a réagi mardi soir.",
         {"Anne Petit": ["maire de Nîmes"]}),
        ("La maire de Nîmes appelle au calme\n\nPaul Petit a réagi mardi soir.", {}),
        ("La maire de Nîmes appelle au calme\n\nAnne Petit, juriste, a réagi mardi soir.",
         {"Anne Petit": ["juriste"]}),
        ("Nîmes : la maire répond à Julie Roux\n\nAnne Petit a réagi mardi soir.", {}),
        ("Le point\n\nPaul Petit s'est entretenu avec son homologue belge Jean Roux. Le président français a "
         "promis une aide.", {"Paul Petit": ["président français"]}),
        ("Anne Petit, qui occupait le poste de directrice marketing de [[Nor]], rejoint [[Sud]] comme "
         "directrice adjointe.", {"Anne Petit": ["directrice marketing @ Nor", "directrice adjointe @ Sud"]}),
        ("Anne Petit, qui occupait le poste de directrice de [[Nor]], a vu [[Sud]].",
         {"Anne Petit": ["directrice @ Nor"]}),
        ("Anne Petit, députée apparentée [[LR]] dans la Loire, a parlé.",
         {"Anne Petit": ["députée apparentée LR dans la Loire"]}),
        ("Selon Anne Petit, ministre de la Santé en point de presse, tout va bien.",
         {"Anne Petit": ["ministre de la Santé"]}),
        ("PARIS | En débarquant hier pour son premier voyage à titre de ministre, Paul Petit avait une idée.",
         {"Paul Petit": ["ministre"]}),
        ("Ces élus ont empêché Paul Petit d'offrir des vœux à titre de ministre.",
         {"Paul Petit": ["ministre"]}),
        ("Anne Petit nouvelle responsable du département.", {"Anne Petit": ["responsable du département"]}),
        ("Le [[Défenseur des droits]] Paul Petit a parlé.", {"Paul Petit": ["Défenseur des droits"]}),
        ("Anne Petit, pédiatre à [[Médecins du lac]] Julie Roux", {"Anne Petit": ["pédiatre @ Médecins du lac"]}),
        ("Jeudi, un conseiller de la ministre du Travail, Anne Petit, l'a dit.",
         {"Anne Petit": ["ministre du Travail"]}),
        ("Jeudi, un conseiller de la ministre du Travail, Paul Petit, l'a dit.",
         {"Paul Petit": ["conseiller de la ministre du Travail"]}),
        ("Les chefs de file du [[Parti bleu]] Luc Petit et du [[Parti vert]] Anne Roux ont réagi.",
         {"Luc Petit": ["chefs de file @ Parti bleu"], "Anne Roux": ["chefs de file @ Parti vert"]}),
        ("Fait le 2 avril.\n\nPar le président du conseil\nPaul Petit", {"Paul Petit": ["président du conseil"]}),
        ("Jean Petit, député ([[LFI]]), parle.", {"Jean Petit": ["député"]}),
        ("Le sénateur-maire de Bourges, Jean Petit, parle.", {"Jean Petit": ["sénateur-maire de Bourges"]}),
        ("Anne Petit, haute-commissaire à l'Enfance, parle.",
         {"Anne Petit": ["haute-commissaire à l'Enfance"]}),
        ("Anne Petit est avocate ; elle fut auparavant députée.", {"Anne Petit": ["avocate", "députée"]}),
        ("La présidente [[LR]] de la [[Région Nord]], Anne Petit, a tranché.",
         {"Anne Petit": ["présidente LR @ Région Nord"]}),
        ("La responsable [[CGT]] de la [[Région Nord]], Anne Petit, a tranché.",
         {"Anne Petit": ["responsable @ CGT"]}),
        ("Élève de Messiaen, organiste titulaire, Jean Petit enseigne.", {"Jean Petit": ["organiste titulaire"]}),
    ],
)  # fmt: skip
def test_told(text: str, expected: dict[str, list[str]]) -> None:
    assert roles(text) == expected
