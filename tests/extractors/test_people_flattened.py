"""Names on pages that lost what parted them from each other, or from the words that follow."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the next sentence, the next heading
        ("Les films d'Agnès Vardin Dans le cadre du mois, trois séances.", ["Agnès Vardin"]),
        ("Atelier d'écriture avec Paul Fournier Pour tous les publics dès 8 ans.", ["Paul Fournier"]),
        ("Salué par Karine Delmas A la tête du service, il a sauvé des vies.", ["Karine Delmas"]),
        ("Un spectacle de Louise Garnier Les billets sont en vente.", ["Louise Garnier"]),
        ("Propos recueillis par Marc Lemoine Le 12/03/2024", ["Marc Lemoine"]),
        ("La soirée était animée par Julie Brunet de Pour un climat vivable.", ["Julie Brunet"]),
        # credits
        ("Texte : Julie Masson Mise en scène : Antoine Perrin Lumières : Claire Vidal",
         ["Julie Masson", "Antoine Perrin", "Claire Vidal"]),
        ("Direction : Hugo Blanchet et Sarah Morin Création lumière : Pierre Vasseur",
         ["Hugo Blanchet", "Sarah Morin", "Pierre Vasseur"]),
        ("Scénario Alice Martel, Amrita Davin et Marie Nadier Image Claire Mathon Montage Luc Davin",
         ["Alice Martel", "Amrita Davin", "Marie Nadier", "Claire Mathon", "Luc Davin"]),
        ("Témoignages d'Hamid, chauffeur, et de Josiane, aide-soignante.", ["Hamid", "Josiane"]),
        # the same name again
        ("Marc Vidal Marc Vidal est délégué général du réseau depuis 2019.", ["Marc Vidal"]),
        ("Le parcours universitaire de Julien Julien obtient un baccalauréat.", ["Julien"]),
        # another name
        ("L'asile accordé à Martin Delorme Paul Guérin, président du pays, s'en félicite.",
         ["Martin Delorme", "Paul Guérin"]),
        ("C'est assuré par : Nathalie Roux Olivier Marchand pour les rencontres.",
         ["Nathalie Roux", "Olivier Marchand"]),
        ("15h : Histoire des éditions du Sable Avec Sophie Renard (éditrice)", ["Sophie Renard"]),
        ("Autant Michel Durand que Pierre Lambert veulent gagner.", ["Michel Durand", "Pierre Lambert"]),
        ("D'Anne Sylvain à Juliette Gréau, les voix de femmes.", ["Anne Sylvain", "Juliette Gréau"]),
        # no space
        ("Céline MercierFondatrice de la start-up Lumio, (promo 08)", ["Céline Mercier"]),
        ("Jean-Luc DelmasCo-Fondateur de Trivio (promo 90)", ["Jean-Luc Delmas"]),
        ("Paul LefebvreDG digital, Banque du Nord (promo 91)", ["Paul Lefebvre"]),
        # whole names
        ("Le maire Jean Le Gall a signé.", ["Jean Le Gall"]),
        ("Juan Carlos Martinez Lopez et Maria José Garcia Pérez signent.",
         ["Juan Carlos Martinez Lopez", "Maria José Garcia Pérez"]),
        ("Mohamed Ayib Karim Daffa préside, avec Thi Mai Lan Fournier.",
         ["Mohamed Ayib Karim Daffa", "Thi Mai Lan Fournier"]),
        ("Le chanteur Henri Des vient en mars.", ["Henri Des"]),
        ("Le joueur LeBron James et Leonardo DiCaprio étaient là avec Paul McDonald.",
         ["LeBron James", "Leonardo DiCaprio", "Paul McDonald"]),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str], pipeline: Pipeline) -> None:
    assert [p.name for p in pipeline(text).people] == names


def test_glued_title_is_a_role(pipeline: Pipeline) -> None:
    (person,) = pipeline("Céline MercierFondatrice de Lumio, (promo 08)").people
    assert [r.title for r in person.roles] == ["Fondatrice"]
