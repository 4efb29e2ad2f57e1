"""Functions as web pages write them: several before a name, bodies taken up, titles above the text."""

from __future__ import annotations

import pytest

from marked_people import names, people, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # several titles before the name
        ("Le Vice-Premier ministre, ministre des Affaires étrangères du Luxembourg, Jean Petit, a parlé.",
         ["Vice-Premier ministre", "ministre des Affaires étrangères du Luxembourg"]),
        ("Le débat, ouvert par le maire, président de la Métropole, Jean Petit, a duré.",
         ["maire", "président de la Métropole"]),
        ("Il a remercié la directrice de [[Nor]], professeure de droit, Anne Petit.",
         ["directrice @ Nor", "professeure de droit"]),
        ("Il a vu le maire, conseiller régional, et Anne Petit.", None),
        ("Il a vu le maire, conseiller régional, Anne Petit et Jean Roux.", None),
        ("Le directeur des opérations de [[Nor]] pour la Côte d'Ivoire, M. Jean Petit, a été reçu.",
         ["directeur des opérations @ Nor"]),
        ("La coordonnatrice de [[Nor]] au Mali, Mme Anne Petit, a été reçue.", ["coordonnatrice @ Nor"]),
        ("La coordonnatrice de [[Nor]] au Mali a reçu Anne Petit.", None),
        # a body that a common noun takes up
        ("La [[Fédération des clubs]] se réjouit. Selon Jean Petit, président de la fédération, c'est bien.",
         ["président @ Fédération des clubs"]),
        ("[[Université de Nor]]. Le président de l'université, Jean Petit, se réjouit.",
         ["président @ Université de Nor"]),
        ("Selon Jean Petit, président de la fédération, c'est bien.", ["président de la fédération"]),
        ("[[Université de Nor]]. Jean Petit, président du jury, se réjouit.", ["président du jury"]),
        ("[[Fédération des clubs]]. Jean Petit, président de la commission des jeux de la fédération, parle.",
         ["président de la commission des jeux @ Fédération des clubs"]),
        # who "celui qui" is
        ("Selon Jean Petit, rien ne presse. « Oui », explique celui qui est également professeur à [[Nor]].",
         ["professeur @ Nor"]),
        ("On rend hommage à Anne Petit, à celle qui fut secrétaire d'État à la Santé.",
         ["secrétaire d'État à la Santé"]),
        ("Anne Petit parle de celui qui est directeur.", None),
        # whom the title names
        ("Anne Petit à Lyon\n\nLa ministre de la Culture a visité un atelier mardi.", ["ministre de la Culture"]),
        ("Anne Petit à Lyon\n\nLe ministre de la Culture a visité un atelier mardi.", None),
        ("Anne Petit à Lyon\n\nLa ministre a visité un atelier mardi.", None),
        ("Anne Petit à Lyon\n\nLa ministre de la Culture et Julie Roux ont visité un atelier.", None),
        # the appointing body of several
        ("[[Nor]] nomme Anne Petit et Julie Roux coprésidentes.", ["coprésidentes @ Nor"]),
        ("Le conseil de [[Nor]], réuni sous la présidence de Lise Grand, a nommé Anne Petit directrice.",
         None),
        # a second verb of the same subject
        ("Anne Petit, qui dirigeait le club depuis 2009 et devient présidente d'honneur, a souri.",
         ["présidente d'honneur"]),
        ("Anne Petit a vu le club, et son frère devient président.", None),
        ("Anne Petit avait auparavant occupé les fonctions de directrice adjointe de [[Nor]].",
         ["directrice adjointe @ Nor"]),
        ("Anne Petit a débuté sa carrière chez [[Sud]] avant de rejoindre [[Nor]] en 2011 comme acheteuse.",
         ["acheteuse @ Nor"]),
        ("C'est Anne Petit. Journaliste à ses débuts, puis correctrice à [[Nor]], elle a publié un recueil.",
         ["Journaliste", "correctrice @ Nor"]),
        ("C'est Anne Petit. Journaliste à ses heures, Julie Roux a publié un recueil.", None),
        # titles over a name, on two lines
        ("La rectrice de la région académique,\nchancelière des universités\nAnne Petit",
         ["rectrice de la région académique", "chancelière des universités"]),
        # functions of several words, and what is no part of one
        ("Anne Petit, aide à domicile, parle.", ["aide à domicile"]),
        ("L'homme d'affaires Jean Petit a vendu.", ["homme d'affaires"]),
        ("Anne Petit, tête de liste écologiste, parle.", ["tête de liste écologiste"]),
        ("Anne Petit, femme de lettres et journaliste, parle.", ["femme de lettres", "journaliste"]),
        ("Anne Petit, aide précieuse, est là.", None),
        ("Jean Petit est nommé vicaire général en remplacement du chanoine Paul Roux.", ["vicaire général"]),
        ("Anne Petit, directrice en binôme avec Julie Roux, parle.", ["directrice"]),
        ("Anne Petit, rédactrice en chef, parle.", ["rédactrice en chef"]),
        ("Jean Petit, sélectionneur des moins de 23 ans, parle.", ["sélectionneur des moins de 23 ans"]),
        ("Jean Petit, gérant de 61 ans, parle.", ["gérant"]),
        ("Anne Petit, professeure d'histoire du théâtre, [[Nor]].", ["professeure d'histoire du théâtre @ Nor"]),
        ("Viticultrice à Domazan et administratrice depuis quinze ans, Anne Petit parle.",
         ["Viticultrice à Domazan", "administratrice"]),
        ("La championne en titre Anne Petit a perdu.", ["championne en titre"]),
        ("Sa compagne, Anne Petit, est venue.", None),
        # a second title by "en qualité de", after an adverb, after a phrase
        ("M. Jean Petit, ingénieur, en qualité de président de la commission d'enquête ; M. Paul Roux.",
         ["ingénieur", "président de la commission d'enquête"]),
        ("Aujourd'hui secrétaire d'État, Anne Petit fait face.", ["secrétaire d'État"]),
        ("Il voit aujourd'hui la secrétaire d'État, Anne Petit non.", ["secrétaire d'État"]),
        ("Son successeur, Jean Petit, actuellement secrétaire général de [[Nor]], arrive.",
         ["secrétaire général @ Nor"]),
        ("Jean Petit, avocat en droit social (cabinet [[Nor]]), parle.", ["avocat en droit social @ Nor"]),
        ("Jean Petit rejoint [[Nor]], tandis que le meneur revient comme entraîneur.", None),
        ("Jean Petit, P-DG d'Éneo Paysage et trésorier de [[Nor]], parle.", ["P-DG", "trésorier @ Nor"]),
        ("Le meneur de jeu du club, Jean Petit, s'en va.", ["meneur de jeu du club"]),
        # tails of a title and what goes on after them
        ("Anne Petit, adjointe à la Culture pour toutes et tous, présidente du CA de [[Nor]], parle.",
         ["adjointe à la Culture", "présidente du CA @ Nor"]),
        ("Anne Petit, directrice pour la Bretagne, a parlé.", ["directrice pour la Bretagne"]),
        ("Anne Petit, chargée de mission sur les mobilités à [[Nor]], parle.",
         ["chargée de mission sur les mobilités @ Nor"]),
        ("Anne Petit, comédienne sur les planches, parle.", ["comédienne"]),
        ("Anne Petit, auteure de cette étude, parle.", ["auteure de cette étude"]),
        ("Anne Petit, directrice de cette école, parle.", ["directrice"]),
        ("Anne Petit, rédactrice en chef adjointe qui devient rédactrice en chef, parle.",
         ["rédactrice en chef adjointe", "rédactrice en chef"]),
        ("Anne Petit, directrice de [[Nor]] qui est le premier employeur du pays, parle.", ["directrice @ Nor"]),
        ("Anne Petit, datascientist ayant travaillé à Lyon, parle.", ["datascientist"]),
        ("Anne Petit était la dixième présidente de [[Nor]].", ["dixième présidente @ Nor"]),
        ("La mission de directrice éditoriale confiée en décembre à Anne Petit s'achève.",
         ["directrice éditoriale"]),
        ("La mission confiée à la directrice et à Anne Petit s'achève.", None),
        ("Anne Petit, cheffe de pôle Campus du numérique, parle.", ["cheffe de pôle Campus du numérique"]),
        # lines below a name
        ("Intervenants\nAnne Petit (08:22min)\nArchitecte urbaniste\nProfesseure ordinaire à [[Nor]]\n"
         "Jean Roux (09:10min)\nPhysicien", ["Architecte urbaniste", "Professeure ordinaire @ Nor"]),
        ("Anne Petit\nArchitecte\n\nPrésidente : Julie Roux", ["Architecte"]),
        # an office told by its noun, then its holder
        ("Anne Petit a été élue à la présidence de la [[Ligue]]. « Ravie », a souligné la nouvelle présidente.",
         ["présidente @ Ligue"]),
        ("Anne Petit a visité la [[Ligue]]. « Ravie », a souligné la nouvelle présidente.", ["présidente"]),
        # two functions are not one
        ("Anne Petit, présidente de [[Nor]], 62 ans. Anne Petit, présidente des Chambres de métiers, est là.",
         ["présidente @ Nor", "présidente"]),
        ("Anne Petit, directrice générale, arrive. Anne Petit, directrice générale adjointe, part.",
         ["directrice générale", "directrice générale adjointe"]),
        ("Anne Petit, directrice, arrive. Anne Petit, directrice générale de [[Nor]], part.",
         ["directrice générale @ Nor"]),
        # of what, and of whom
        ("Le [[Théâtre Nor]] a perdu Anne Petit, qui en fut la directrice de 1978 à 1999.",
         ["directrice @ Théâtre Nor"]),
        ("Anne Petit, avocate aux [[barreau de Nor]] et de [[barreau de Sud]], a été bâtonnière de Nor (2012) "
         "et présidente de [[Est]].", ["avocate @ barreau de Nor", "bâtonnière de Nor", "présidente @ Est"]),
        ("Anne Petit fut aussi conseillère municipale d'Annonay.", ["conseillère municipale d'Annonay"]),
        ("Anne Petit dansait. Ensuite, elle invita Julie Roux. En retraite, elle fut aussi conseillère de Nor.",
         ["conseillère de Nor"]),
        ("Anne Petit a reçu Julie Roux. Elle est directrice de [[Nor]].", ["directrice @ Nor"]),
        ("Le préfet a reçu Anne Petit. Elle est directrice de [[Nor]].", ["directrice @ Nor"]),
        ("C'est Anne Petit. Associée à trois collègues, elle gagne.", None),
        ("Directrice financière : Anne Petit\nCommissaire aux comptes : Cabinet Dal", ["Directrice financière"]),
        ("Responsable scientifique\nPr Anne Petit (LAX, Lyon)\n\nSuite.", ["Responsable scientifique"]),
        ("Anne Petit (TUX), urban planner", ["urban planner"]),
        # clauses of the subject
        ("Anne Petit, qui a encadré les équipes en tant que mentore, parle.", ["mentore"]),
        ("Anne Petit entre au conseil en tant qu'administratrice indépendante.",
         ["administratrice indépendante"]),
        ("Anne Petit a remercié Jean Roux en tant que maire.", None),
        ("Anne Petit était responsable de la vente à [[Nor]], après avoir été cheffe de produit chez [[Sud]].",
         ["responsable de la vente @ Nor", "cheffe de produit @ Sud"]),
        ("Anne Petit arrive. Âgée de 38 ans, cette Lyonnaise diplômée de [[Nor]] était directrice de [[Sud]].",
         ["directrice @ Sud"]),
        ("Anne Petit arrive. Ce projet lyonnais était directeur.", None),
        ("Médecin jusqu'en novembre, Anne Petit avait alerté le service.", ["Médecin"]),
        ("Une inspectrice, Mme Anne Petit, s'est rendue sur place.", ["inspectrice"]),
        ("Une inspectrice, Mme Anne Petit et M. Paul Roux ont parlé.", None),
        ("Pour le collectif, la porte-parole : Dr Anne Petit", ["porte-parole"]),
        ("Anne Petit (community manager) et Paul Roux", ["community manager"]),
        ("Le ministre délégué à la Mer, Jean Petit, arrive. Photo : Jean Petit (ministre).",
         ["ministre délégué à la Mer"]),
        # asides, kin, fields
        ("Anne Petit, 51 ans, X-Ponts, jusqu'ici directrice de [[Nor]], arrive.", ["directrice @ Nor"]),
        ("Anne Petit, Nantes, professeure, parle.", ["professeure"]),
        ("Anne Petit, Jean Roux, professeur, parle.", None),
        ("Arrivée de Me Anne Petit (ex-Roux) comme associée.", ["associée"]),
        ("La veuve du marin, Anne Petit, a quitté la salle.", None),
        ("Le patron du marin, Jean Petit, a quitté la salle.", ["patron du marin"]),
        ("Anne Petit, quintuple championne du monde, arrive.", ["quintuple championne du monde"]),
        ("Mme Anne Petit, commissaire aux Affaires politiques, à la Paix et à la Sécurité, parle.",
         ["commissaire aux Affaires politiques, à la Paix et à la Sécurité"]),
        ("Le capitaine au long cours Jean Petit parle.", ["capitaine au long cours"]),
        ("L'armateur Jean Petit parle.", ["armateur"]),
        # what is kept, what is next
        ("Jean Petit, jusqu'ici directeur général, va devenir le 17 mars PDG.", ["directeur général", "PDG"]),
        ("Là aussi, Jean Petit, directeur général, regroupera tout et deviendra PDG de [[Nor]].",
         ["directeur général", "PDG @ Nor"]),
        ("Jean Petit, conservera le titre honorifique de président d'honneur de [[Nor]].",
         ["président d'honneur @ Nor"]),
        ("Leur doyenne d'âge Anne Petit (également vice-présidente de [[Nor]]) préside.",
         ["doyenne d'âge", "vice-présidente @ Nor"]),
        ("[[Nor]] a désigné Anne Petit, directrice depuis 2008, comme future présidente.",
         ["directrice", "future présidente"]),
        ("Anne Petit est chercheuse au [[Nor]], autrice d'un rapport.", ["chercheuse @ Nor", "autrice d'un rapport"]),
        ("Anne Petit, psychiatre et elle-même doctorante en droit, parle.",
         ["psychiatre", "doctorante en droit"]),
        ("Anne Petit agit. « Oui », estime la directrice adjointe de [[Nor]].", ["directrice adjointe @ Nor"]),
        ("Titulaires : Anne Petit, Julie Roux et Jean Blanc.", None),
        ("Anne Petit, décoratrice entre les deux guerres, parle.", ["décoratrice"]),
        ("Madame la Cheffe de Cabinet Anne Petit préside.", ["Cheffe de Cabinet"]),
        ("[[École de Nor]]. Anne Petit, ancienne présidente de l'université, arrive.",
         ["ancienne présidente de l'université"]),
        ("[[Nor]] gagne. Son avocate, Me Anne Petit, parle.", ["avocate @ Nor"]),
        ("[[Nor]] gagne. Son vétérinaire, le Dr Jean Petit, parle.", ["vétérinaire"]),
        # fields, purposes, organs
        ("La ministre de la Santé, ministre responsable de la lutte contre l'oubli et la peur, Anne Petit, parle.",
         ["ministre de la Santé", "ministre responsable de la lutte contre l'oubli et la peur"]),
        ("Anne Petit a été élue présidente pour un mandat de quatre ans.", ["présidente"]),
        ("Anne Petit a été la plus jeune présidente de [[Nor]].", ["présidente @ Nor"]),
        ("La maire élit son président en la personne du préfet du Nord, Jean Petit.", ["préfet du Nord"]),
        ("Anne Petit, vice-présidente et, par ailleurs, doyenne de [[Nor]], parle.",
         ["vice-présidente @ Nor", "doyenne @ Nor"]),
        ("Anne Petit, vice-présidente en charge de la [[Recherche]], parle.",
         ["vice-présidente en charge de la Recherche"]),
        ("Le Dr Anne Petit, onco-rhumatologue, parle.", ["onco-rhumatologue"]),
        ("Anne Petit, banquière et figure bien connue, parle.", ["banquière"]),
        ("Anne Petit, présidente de la Commission Médicale d'Etablissement, parle.",
         ["présidente de la Commission Médicale d'Etablissement"]),
        ("Anne Petit, présidente de la Commission Solarian, parle.", ["présidente"]),
        ("Anne Petit est vice championne de France du 60 m.", ["vice championne de France du 60 m"]),
        ("Anne PETIT (Webmaster) parle.", ["Webmaster"]),
        # authorities, successors, initials
        ("Par arrêté de la ministre de la Mer en date du 6 mars, Mme Anne Petit est nommée cheffe de service.",
         ["cheffe de service"]),
        ("Par décret du président de la République, Mme Anne Petit est nommée préfète.", ["préfète"]),
        ("Sur le plateau de la ministre de la Mer, Anne Petit parle.", ["ministre de la Mer"]),
        ("Jean Roux est remplacé par Anne Petit, qui devient bourgmestre faisant fonction.", None),
        ("Avec le Dr Jean Petit – chirurgien, écrivain – et Lise Grand.", ["chirurgien", "écrivain"]),
        ("Mme Anne Petit [philosophe], Paul Roux", ["philosophe"]),
        ("Le DG de [[Nor]], Jean Petit, parle.", ["DG @ Nor"]),
        # first names alone, asides of the subject
        ("Anne Petit ouvre. Sont élus : Anne (présidente), Jean Roux (trésorier).", ["présidente"]),
        ("Anne et Jean Petit arrivent. Jean, lui, était chef de rayon.", None),
        ("Bienvenue à Killian (animateur jeunesse).", ["animateur jeunesse"]),
        ("M. Jean Petit, lui, était chef de rayon chez [[Nor]].", ["chef de rayon @ Nor"]),
        ("M. Jean Petit est nommé à compter du 15 mai conseiller scientifique.", ["conseiller scientifique"]),
        # lines, and names cut short
        ("Avec Anne PETIT,\nmaîtresse de conférences à [[Nor]], Julie ROUX, agrégée d'histoire.",
         ["maîtresse de conférences @ Nor"]),
        ("V-Présidente : Mme Anne Petit", ["V-Présidente"]),
        ("Le maire de Nor, Jean Petit, parle. « Oui », confie le maire normand.", ["maire de Nor"]),
        ("Il a vu la cheffe de mission, présidente de l'[[Union]] des chambres de commerce, Anne Petit.",
         ["cheffe de mission", "présidente @ Union"]),
        ("La présidente de l'[[Union]] des chambres et Anne Petit sont là.", None),
        # circumstances, and whose a name is
        ("Anne Petit, porte-parole des postiers dans une entrevue, parle.", ["porte-parole des postiers"]),
        ("Anne Petit, consultante dans le nucléaire, parle.", ["consultante dans le nucléaire"]),
        ("La ministre belge, qui avait déjà rencontré jeudi la cheffe de [[Nor]], Anne Petit, parle.",
         ["cheffe @ Nor"]),
        ("L'ingénieure qui les encadre, Anne Petit, parle.", ["ingénieure"]),
        # labels with a dash, degrees and numbers between, articles that tell whose title it is
        ("Présidente – Anne Petit\nTrésorier – Jean Roux", ["Présidente"]),
        ("Anne Petit – Présidente – [[Nor]]\nJean Roux – Trésorier – [[Sud]]", ["Présidente @ Nor"]),
        ("Anne Petit\nPrésidente – Le mot du mois", ["Présidente"]),
        ("Contact : Anne Petit, +33 6 00 00 00 00, responsable presse", ["responsable presse"]),
        ("Contact : Anne Petit, anne@nor.example, responsable presse", ["responsable presse"]),
        ("Anne Petit, ing., Ph. D., directrice générale, parle.", ["directrice générale"]),
        ("Anne Petit ([[Nor]], rapporteure), Jean Roux ([[Sud]]).", ["rapporteure @ Nor"]),
        ("Anne Petit ([[Nor]], Paris), Jean Roux ([[Sud]], rapporteur).", None),
        ("Anne Petit, la maire, Jean Roux, le préfet, parlent.", ["maire"]),
        ("Ont parlé Anne Petit, le préfet, Jean Roux, et Paul Blanc.", None),
        # a name between marks within a title
        ("Anne Petit, cheffe du projet « Ville éponge », [[Nor]], parle.", ["cheffe du projet « Ville éponge » @ Nor"]),
        ("La titulaire de la chaire « Villes durables », Anne Petit, parle.",
         ["titulaire de la chaire « Villes durables »"]),
        ("Selon Anne Petit, directrice du projet « que chacun attend », rien ne presse.", ["directrice du projet"]),
        ("Anne Petit, directrice du projet : « Rien ne presse ».", ["directrice du projet"]),
        # cabinets, appointments with a rank, bodies after a noun in capitals, regions, diplomas
        ("Jean Petit est nommé directeur de cabinet de la ministre Anne Roux.",
         ["directeur de cabinet de la ministre"]),
        ("Jean Petit est le directeur de Nor, Anne Roux.", None),
        ("Elle a désigné Anne Petit première adjointe.", ["première adjointe"]),
        ("Elle a vu Anne Petit première adjointe.", None),
        ("Anne Petit, fondatrice de l'ONG [[Nor]], parle.", ["fondatrice @ Nor"]),
        ("Le wali de la région de Souss-Massa, Jean Petit, parle.", ["wali de la région de Souss-Massa"]),
        ("L'imam de Kermen, Jean Petit, parle.", ["imam de Kermen"]),
        ("Anne Petit, titulaire d'un master en droit, parle.", None),
        ("Titulaire d'un doctorat, Anne Petit parle.", None),
        ("Anne Petit, titulaire d'une chaire de droit, parle.", ["titulaire d'une chaire de droit"]),
        # feminine nouns of women only, fields of commissions
        ("Anne Petit, présidente de la commission Finances, parle.", ["présidente de la commission Finances"]),
        ("Anne Petit, présidente de la commission Finances de [[Nor]], parle.",
         ["présidente de la commission Finances @ Nor"]),
        ("Jean Petit et Anne Roux, professeure à [[Nor]] et titulaire de la chaire de droit, parlent.", None),
        ("Anne Petit et Jean Roux, présidente et trésorier, parlent.", ["présidente"]),
        # capitals inside a title
        ("Anne Petit, Cheffe de Département du Droit public.", ["Cheffe de Département du Droit public"]),
        ("Anne Petit, responsable de l'équipe Ivoirienne, parle.", ["responsable de l'équipe Ivoirienne"]),
        ("Anne Petit, responsable de l'équipe Solarian, parle.", ["responsable"]),
        ("Les archéologues du Nord (Anne Petit, Julie Roux, Lise Grand, Léa Blanc) gagnent.", None),
    ],
)  # fmt: skip
def test_of_the_first_named(text: str, expected: list[str] | None) -> None:
    found = roles(text)
    assert found.get(names(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le Directeur Général de l'AGX, Bamoud TRAORE, a parlé.", ["Bamoud TRAORE"]),
        ("Koli BI ZUELI, directeur du port, a parlé.", ["Koli BI ZUELI"]),
        ("Le Colonel AKE DANHO a parlé.", ["AKE DANHO"]),
        ("Le festival AKE DANHO a commencé.", []),
        ("Le directeur a signé avec Koli BI INDUSTRIES.", []),
        ("Žilvė Trimakaitė, metteuse en scène, a parlé.", ["Žilvė Trimakaitė"]),
        ("Jurate Trimak et Lotte Devroe dansent.", ["Jurate Trimak", "Lotte Devroe"]),
        ("La bourgmestre f.f. de Hotton, Nancy Delvo, a parlé.", ["Nancy Delvo"]),
        ("Il habite Nancy Centre.", []),
        ("Le chef du village d'Akanzé, Nanan Akpa Agbass II, a parlé.", ["Nanan Akpa Agbass II"]),
        ("Le Grand-Duc héritier Guillaume a parlé.", ["Guillaume"]),
        ("Le grand salon Guillaume a ouvert.", []),
        ("L'abbé Beñat Etchever, vicaire, parle.", ["Beñat Etchever"]),
        ("Solo Andriaman, ministre, arrive. Andriaman Solo parle.", ["Solo Andriaman"]),
        ("« C'est fait », souriait Ngarlejy Dangbé.", ["Ngarlejy Dangbé"]),
        ("El Hadji Cheikhou Sy sera le porte-parole.", ["El Hadji Cheikhou Sy"]),
        ("El Hadji est un titre.", []),
        ("Sous l'égide de Sa Majesté le Roi Mohammed VI, la rentrée a eu lieu.", ["Mohammed VI"]),
        ("Élodie, 24 ans, et Rachid, ancien chauffeur-livreur, racontent.", ["Élodie", "Rachid"]),
        ("Florence et Rome, capitale du pays, attirent.", []),
        ("Le week-end « Marie Sounds » a eu lieu.", []),
        ("L'athlète « Anne Petit » a gagné.", ["Anne Petit"]),
        ("Les promesses de Macron font débat.", ["Macron"]),
        ("La loi Macron fait débat.", []),
        ("Emmanuel Macron arrive. Macron part.", ["Emmanuel Macron"]),
        ("Mme la Municipale Sandra Pasquier parle.", ["Sandra Pasquier"]),
        ("Le cours Jean Petit est fermé.", []),
        ("Le cabinet Anne Petit conseille.", []),
        ("Le ministre de la Mer, général Bouremi Traoré, parle.", ["Bouremi Traoré"]),
        ("Le R.P. Antoine Sebastian arrive.", ["Antoine Sebastian"]),
        ("M. Devanathan Sivakumar parle. M. Sivakumar sourit.", ["Devanathan Sivakumar"]),
        ("Étaient là : Sr Bénédicte Rivoire, Dr Denis Labay.", ["Bénédicte Rivoire", "Denis Labay"]),
        ("Bienvenue à Florence (Italie).", []),
        ("Edito Daniel Peyron\n\nDirecteur", ["Daniel Peyron"]),
        ("Avec Anne Petit de la Philharmonie et Jean Roux d'Emmaüs.", ["Anne Petit", "Jean Roux"]),
        ("Avec Anne Petit de Brest Métropole et Jean Roux de Capgemini.", ["Anne Petit", "Jean Roux"]),
        ("Avec Anne Petit de la Tour et Anne Marie de Michelin.",
         ["Anne Petit de la Tour", "Anne Marie de Michelin"]),
        ("- PETIT Jean, Basketball Belgium\n- ROUX Marc, Judo Vlaanderen", ["PETIT Jean", "ROUX Marc"]),
        ("Avec Anne Roux de Lyon et Marie Roux de Villepin.", ["Anne Roux", "Marie Roux de Villepin"]),
        ("O. Dop, K. A. Mensoh et P.-Y. Le Gof ont signé.", ["O. Dop", "K. A. Mensoh", "P.-Y. Le Gof"]),
        ("Voir A. Zurbo et B. Klemt.", []),
        ("Les points A. Le Plan, B. Le Budget et C. Le Calendrier.", []),
        ("Le Maire,            La Secrétaire de séance,\nJean PETIT           Anne ROUX",
         ["Jean PETIT", "Anne ROUX"]),
        ("Joueurs : Anne Petit, Kian Hassan, Tom Mathie, Jean Roux, Emili Teltevska.",
         ["Anne Petit", "Kian Hassan", "Tom Mathie", "Jean Roux", "Emili Teltevska"]),
    ],
)  # fmt: skip
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("La fleurettiste Anne Petit a gagné.", "fleurettiste"),
        ("Anne Petit, bandonéoniste, joue ce soir.", "bandonéoniste"),
        ("Anne Petit, recordwoman du monde, arrive.", "recordwoman du monde"),
        ("Le contre-amiral Jean Petit commande.", "contre-amiral"),
        ("L'épéiste Jean Petit a gagné.", "épéiste"),
        ("Médecin et explorateur polaire, Jean Petit a tout vu.", "Médecin"),
        ("Anne Petit, relationniste, 514 555-0000", "relationniste"),
        ("La photojournaliste Anne Petit expose.", "photojournaliste"),
        ("Jean Petit, catholicos, a prié.", "catholicos"),
        ("Anne Petit, autoentrepreneuse, a lancé une pétition.", "autoentrepreneuse"),
    ],
)
def test_more_nouns_of_functions(text: str, title: str) -> None:
    found = roles(text)
    assert found[names(text)[0]][0] == title


def test_a_founder_s_surname_that_names_the_firm() -> None:
    text = "Le Groupe Solvet recrute. Solvet a été fondé par Roger Solvet. M. Solvet est parti."
    person = people(text)[0]
    assert [text[m.start : m.end] for m in person.mentions] == ["Roger Solvet", "Solvet"]
    text = "La fondation Solvet recrute. Roger Solvet est parti. Solvet a tout donné."
    assert len(people(text)[0].mentions) == 2


def test_who_presides_does_not_hide_who_appoints() -> None:
    text = "Le conseil de [[Nor]], réuni sous la présidence de Lise Grand, a nommé Anne Petit directrice."
    assert roles(text) == {"Anne Petit": ["directrice @ Nor"]}


def test_the_body_of_posts_in_a_row() -> None:
    text = (
        "Anne Petit, première vice-présidente de [[Nor]], Paul Roux, second vice-président et Jean Blanc, {}."
    )
    found = roles(text.format("président honoraire"))
    assert found["Paul Roux"] == ["second vice-président @ Nor"]
    assert found["Jean Blanc"] == ["président honoraire @ Nor"]
    assert roles(text.format("géologue"))["Jean Blanc"] == ["géologue"]
    assert roles(text.format("président du jury"))["Jean Blanc"] == ["président du jury"]


def test_the_one_who_replaces_is_the_next() -> None:
    text = "Jean Roux est remplacé par Anne Petit, qui devient bourgmestre faisant fonction."
    assert roles(text) == {"Anne Petit": ["bourgmestre faisant fonction"]}
    text = "Jean Roux succède à Anne Petit au poste de directeur."
    assert roles(text) == {"Jean Roux": ["directeur"]}


def test_first_names_of_people_named_in_full() -> None:
    assert roles("Anne et Jean Petit arrivent. Jean, lui, était chef de rayon.") == {
        "Jean Petit": ["chef de rayon"]
    }
