"""Whom a pronoun or a noun takes up, among several who could be meant: the subject, not who is only mentioned."""

from __future__ import annotations

import pytest

from communique.pipeline import Pipeline
from marked_speakers import speakers

PANNE = "Facebook a connu lundi une panne. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # only mentioned: after a preposition, with a function or without
        ("Concernant Paul Durand, avec qui il avait parlé, Marc Petit reste prudent. Il estime que rien n'est fait.",
         "Marc Petit"),
        ("Comme Paul Durand avant lui, Marc Petit a quitté le club. « Je pars en paix », a-t-il dit.", "Marc Petit"),
        ("Après Lise Morel, Anne Roux a pris la parole. Elle a rappelé que le budget baissait.", "Anne Roux"),
        ("Marc Petit a lu la note. Celui-ci en a parlé avec le Premier ministre Paul Durand. « C'est bon », a-t-il "
         "ajouté.", "Marc Petit"),
        ("« Je pars », a dit Marc Petit. La démission de M. Petit n'était connue ni du maire, ni du préfet Paul "
         "Durand. « Ce n'est pas très poli », a-t-il admis.", "Marc Petit"),
        ("La salle a vibré sans Paul Durand. « J'étais malade », a-t-il expliqué.", "Paul Durand"),
        ("Marc Petit est arrivé après le maire Paul Durand. « J'étais malade », a-t-il expliqué.", "Marc Petit"),
        # a first name that is an object is no stranger who speaks
        ("Marc Petit a félicité Simon. « Ton style est rare », a-t-il dit.", "Marc Petit"),
        ("Marc Petit est venu. « Je reste », a confié Simon. « Ici », a-t-il dit.", "Simon"),
        # a function in a complement is somebody else's
        ("Marc Petit, conseiller du président, était là. Le président a estimé que la séance était utile.", None),
        ("L'assistante de la directrice, Lise Morel, reçoit. La directrice, elle, assure que tout est prêt.", None),
        ("La commissaire aux droits de l'homme, Dunja Morel, a parlé. La commissaire a dit que tout allait mal.",
         "Dunja Morel"),
        ("Lise Morel, présidente du syndicat, a parlé. La présidente a dit que tout allait mal.", "Lise Morel"),
        # called so for the first time, by the words after those reported
        ("« Tout est calme », dit la porte-parole des douanes, Anne Roux. « Nous serons là », a affirmé Lise Morel. "
         "La militante répète que rien n'est fini.", "Lise Morel"),
        ("« Tout est calme », dit la porte-parole des douanes, Anne Roux. « Nous serons là », a affirmé Marc Petit. "
         "La porte-parole répète que rien n'est fini.", "Anne Roux"),
        # of which land
        ("Le président Paul Durand a reçu son homologue français Marc Petit. Le président français a dit que la "
         "séance était utile.", "Marc Petit"),
        ("Le président Paul Durand a reçu le chanteur Marc Petit. Le président a dit que la séance était utile.",
         "Paul Durand"),
        # somebody of the family of the one just named
        ("Interrogée sur les propos de Marc Vidal, son épouse a répondu que tout allait bien. Lise Vidal visitait "
         "une école.", "Lise Vidal"),
        ("Marc Vidal est mort. « Il aimait la mer », a confié sa veuve, Lise Vidal. « Il riait », ajoute son épouse.",
         "Lise Vidal"),
        ("Marc Vidal est mort. « Il aimait la mer », a confié Anne Roux. « Il riait », ajoute son épouse.", None),
        ("Me Marc Petit défend le club. « C'est faux », dit son conseil.", "Marc Petit"),
        # what somebody no longer is says nothing against what they are called
        ("Marc Petit est attendu. « Je pars », a dit l'ex-animateur. Le ministre a affirmé en avoir « terminé avec "
         "la politique ».", "Marc Petit"),
        # to whom it is said
        ("La maire de Sète, Lise Morel, était là. « C'est faux », a répondu la maire à notre rédaction.", "Lise Morel"),
        ("Le préfet Marc Petit était là. « C'est faux », a répondu le préfet aux journalistes.", "Marc Petit"),
    ],
)  # fmt: skip
def test_who_is_meant(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # what the sentence goes on with
        ("S'il reconnaît « un retard », le préfet Marc Petit refuse de partir.", "Marc Petit"),
        ("La maire, Lise Morel, est là. Si elle « comprend la colère », la maire ne cédera pas.", "Lise Morel"),
        ("Marc Petit est là. S'il rappelle « le besoin d'agir », le pacte ne dit rien des moyens.", None),
        ("Marc Petit est là. S'il dit « comprendre la colère », la suite dépendra du vote.", "Marc Petit"),
        # a text told of first
        ("Marc Petit est là. Quant à l'article 16, il prévoit que « les agents pourront intervenir ».", None),
        ("Marc Petit est là. Quant au décret, il précise que « les agents pourront intervenir ».", None),
        ("Marc Petit est là. Quant à la loi, il estime que « les agents sauront la lire ».", "Marc Petit"),
        ("Marc Petit est cité. D'après l'extrait de rôle, dix hommes sont poursuivis.", None),
        # a land, not a woman from there
        ("Lise Morel est là. La Corse a dit « vouloir une autre loi ».", None),
        # a body whose own predicate is marked
        ("Marc Petit est suspendu. Pour sa part, la Fédération de boxe « condamne ce geste », indique-t-elle.",
         "Fédération de boxe"),
        # a body whose name is in the plural
        ("Les Républicains ont tenu congrès. Ils demandent que la loi soit retirée.", "Les Républicains"),
        ("Les Républicains ont tenu congrès. Les élus sont partis. Ils demandent que la loi soit retirée.", None),
        # a platform that the text tells of, and one where something is posted
        (PANNE + "La société affirme que tout est rétabli.", "Facebook"),
        (PANNE + "Le réseau social affirme que tout est rétabli.", "Facebook"),
        ("Un message circule sur Facebook. La société affirme que tout est rétabli.", None),
        # the sort of a medium before its name
        ("« La salle se lève », a écrit la station de radio RTL.", "RTL"),
        ("« La salle se lève », assure le site d'information Mediapart.", "Mediapart"),
        # of either sex
        ("« On y croit », résume Marc Petit, tête de liste. « Ce sera long », ironise la tête de liste.", "Marc Petit"),
    ],
)  # fmt: skip
def test_what_a_sentence_tells_of(rules_only: Pipeline, text: str, speaker: str | None) -> None:
    assert speakers(rules_only, text)[-1] == speaker
