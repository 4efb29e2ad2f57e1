"""People whom a text calls by one name: relatives, children, artists, figures that everybody knows."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline(model=None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # relatives and friends
        ("Elle est arrivée avec son frère Luc et sa sœur Inès.", ["Luc", "Inès"]),
        ("En 1979, son père Gérard a ouvert l'atelier.", ["Gérard"]),
        ("Par la voix de sa fille Sharone, l'octogénaire a témoigné.", ["Sharone"]),
        ("Bernard Lemoine, le papa de Melissa, a défilé.", ["Bernard Lemoine", "Melissa"]),
        ("C'est le lieu de la disparition de la petite Maëlys.", ["Maëlys"]),
        ("Marié à Soha, qui est dentiste, il a cinq enfants.", ["Soha"]),
        ("J'ai trois filles, Aseel (11 ans), Nour (8 ans) et Ro'a (10 mois).", ["Aseel", "Nour", "Ro'a"]),
        ("Sa demi-sœur Neneh Sherman a eu du succès.", ["Neneh Sherman"]),
        ("Épiphane, son père, et Anne, sa mère, désespéraient.", ["Épiphane", "Anne"]),
        ("Ses enfants Jules et Zoé ont repris la ferme.", ["Jules", "Zoé"]),
        ("Leur fille aînée, Clara, étudie à Lyon.", ["Clara"]),
        ("La mère de Théo a porté plainte.", ["Théo"]),
        ("Mon mari Kwame travaille à Accra.", ["Kwame"]),
        # thanks, greetings, labels, names that are not true
        ("Merci à Tarana, notre responsable logistique, pour son aide.", ["Tarana"]),
        ("Tara, la fondatrice de l'association, a ouvert la soirée.", ["Tara"]),
        ("Bonjour Olivier, peux-tu te présenter ?", ["Olivier"]),
        ("Animateurs : Kévin et Hugo", ["Kévin", "Hugo"]),
        ("Clara* raconte sa journée.", ["Clara"]),
        # artists
        ("Le rappeur Zolkan a partagé le morceau.", ["Zolkan"]),
        ("Le youtubeur La Capuche atteint 4 millions de vues.", ["La Capuche"]),
        ("La chanteuse FKA Birds est en couple.", ["FKA Birds"]),
        ("L'humoriste Jarry sera sur scène samedi.", ["Jarry"]),
        # well known
        ("Passionnée de chanteuses à voix à l'instar de Beyoncé, elle chante.", ["Beyoncé"]),
        ("Le général de Gaulle quitta le pouvoir en 1969.", ["de Gaulle"]),
        ("Au programme, des œuvres de Mozart, Schubert et Debussy.", ["Mozart", "Schubert", "Debussy"]),
        ("Faut-il écouter Macron ?", ["Macron"]),
        ("La langue est la meilleure des choses, disait Ésope.", ["Ésope"]),
        # family names alone
        ("Diallo a ouvert le score, Lopes repousse une frappe d'Aouar et Ndour égalise.",
         ["Diallo", "Lopes", "Aouar", "Ndour"]),
        ("Suzuki ouvre une usine et Toyota marque le pas.", []),
        # whom a noun of people has
        ("Un homme de 19 ans, prénommé Rayan, a été blessé.", ["Rayan"]),
        ("Veuve de Marcel, elle laisse trois enfants, Jacques, Monique et Bernard.",
         ["Marcel", "Jacques", "Monique", "Bernard"]),
        ("Quel a été le rôle de ta tutrice, Hélène ?", ["Hélène"]),
        ("Le spectacle est dédié à Jean-Loup, mort l'an dernier, et à la famille de Manon.", ["Jean-Loup", "Manon"]),
        ("Musique : Zoé K.\nLumières : Tom Verhaegen", ["Zoé K.", "Tom Verhaegen"]),
        ("Le patron du groupe, Pape Alé Niang, a reçu le pape François.", ["Pape Alé Niang", "François"]),
        ("Buts : Zblukoro (12e, 45e+2), Perrin (67e s.p.) pour l'équipe.", ["Zblukoro", "Perrin"]),
        ("Lyon (2e) devance Auxerre (12e) au classement.", []),
        ("Traore, ancien ministre de l'Eau, est entendu.", ["Traore"]),
        ("À 34 ans, Yasmine, coiffeuse à Oran, fait danser la ville.", ["Yasmine"]),
        ("Son manager, un dénommé Stan, et un certain Kevin veillent.", ["Stan", "Kevin"]),
        ("Visite guidée par Mireille et Ahmed. Infos : Clémence au 06 12 34 56 78", ["Mireille", "Ahmed", "Clémence"]),
        ("Selon JB Mpiana et AJ Lucas, « c'était un roi ».", ["JB Mpiana", "AJ Lucas"]),
        ("Nicolas F., Jérôme V. et Redouane A. comparaissent.", ["Nicolas F.", "Jérôme V.", "Redouane A."]),
        ("Mandaté : Kévin\nPrésents : Léa, Hugo", ["Kévin", "Léa", "Hugo"]),
        ("Test pour MacronAprès le succès de samedi.", ["Macron"]),
        ("Deux lycées du bassin : Jean Moulin et Louis Pergaud. Il cite Paul Roux.", ["Paul Roux"]),
        ("Les pistes traversent les communes de Berrin, Behir Chergal, Aïn Zitor et Ouled Gassim.", []),
        ("Monsieur Tout-le-Monde et le Pr Paris-Diderot en rêvent.", []),
        # colleagues, pupils, neighbours, in running text
        ("Fin mars, Nadège nous a rejoints pour l'accueil, dont fait partie Samuel.", ["Nadège", "Samuel"]),
        ("En mai, Lucie, arrivée en 2020, est partie. Émilie devient le binôme de Samuel.",
         ["Lucie", "Émilie", "Samuel"]),
        ("Puis Romain entre en scène. Le soutien de Matthieu a compté.", ["Romain", "Matthieu"]),
        ("Les plants donnés par nos voisins Noémie et Sylvain ont bien pris.", ["Noémie", "Sylvain"]),
        ("Florence et Cécile ont animé un atelier.", ["Florence", "Cécile"]),
        ("Gaëlle et Antoine, des Belges qui vivent à Lille, défilent.", ["Gaëlle", "Antoine"]),
        ("Photos : Paul, Manon et Kévin du Club Bleu.", ["Paul", "Manon", "Kévin"]),
        ("Les cartes ont été écrites en lien avec Delphine, puis relues.", ["Delphine"]),
        ("Un de nos développeurs, Kévin, a mesuré la charge.", ["Kévin"]),
        ("« On y apprend beaucoup » Sandrine.", ["Sandrine"]),
        ("L'intervention de Charles a surpris. Charles est intervenu en mai.", ["Charles"]),
        ("Merci à Julie pour son aide et à toute l'équipe.", ["Julie"]),
        ("Notre chargée de projet Élodie vous répond.", ["Élodie"]),
        ("Élodie : « Bonjour à toutes. »\nSébastien : « Bonjour. »", ["Élodie", "Sébastien"]),
        ("Samedi, Julien et son équipe seront présents.", ["Julien"]),
        ("Accompagnés de Denis, les élèves ont bâti le coffre.", ["Denis"]),
        ("Yaël, mais aussi Anne-Charlotte et Maud, nous quittent.", ["Yaël", "Anne-Charlotte", "Maud"]),
        ("Un sondage, relayé par Marianne, le président l'emporterait. Tom, la présidente a parlé.", []),
        ("Il cherche ses parents\n\nParti en mai, il est revenu.", []),
        # thinkers and writers
        ("« Tout est clou », disait déjà Maslow. Des philosophes, Emerson et Thoreau, l'ont dit.",
         ["Maslow", "Emerson", "Thoreau"]),
        ("L'office du tourisme de Hollande attend. Un séjour en Hollande se prépare.", []),
        # first names that are those of things, places, works, and first names as such
        ("La tempête Julie a frappé la côte. Le cyclone Florence aussi.", []),
        ("La rue Julie et la place Thomas sont fermées.", []),
        ("Le roman « Paul et Virginie » est réédité.", []),
        ("Les vols vers Florence et Venise. Le marché de Florence attire.", []),
        ("Chez Julie, à Nathalie et sur Thomas, rien ne bouge.", []),
        ("La plateforme Camille propose un service. Le logiciel Thomas est libre.", []),
        ("Thomas et Fils vend du bois. Le cabinet Martin et Vincent conseille la ville.", []),
        ("Le prénom Julie recule. Deux prénoms, Emma et Louis, dominent. Louis reste un prénom sûr.", []),
        ("La Saint-Martin et la saint Nicolas approchent.", []),
        # places, things, firms, figures of fables
        ("La petite Venise du Nord et le petit Paris attirent.", []),
        ("La maison mère Renault et sa filiale Ariane ont signé.", []),
        ("Les amis de Paris et les parents de Nice se réunissent.", []),
        ("Le chapeau de père Noël et le Père Fouettard amusent.", []),
        ("La petite Ariane 6 décolle. Un certain Printemps, une certaine Europe.", []),
        ("Son ami Facebook, ses amis Belges et notre partenaire, Orange, aident.", []),
        ("Diallo Automobiles ouvre un garage. Ferrari a ouvert un circuit.", []),
        ("Le projet porté par Lumio, animé par Alma, une start-up lyonnaise, avance.", []),
        ("Il s'est marié à Lyon en 2012.", []),
        ("Le pilote Ferrari et le coureur Cofidis sont forfait.", []),
        ("Le chanteur Belge et la chanteuse Québécoise sont attendus.", []),
        ("La loi Macron et la méthode Freud divisent.", []),
        ("Les prix Haydn et Beethoven vont au quatuor Debussy.", []),
        ("La plateforme, baptisée « Mozart », ouvre avenue du Général de Gaulle.", []),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str], pipeline: Pipeline) -> None:
    assert [p.name for p in pipeline(text).people] == names
