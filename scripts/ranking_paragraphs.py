"""Paragraphs filled with invented names: positions of which it is known whose they are.

``data/training/rankings/paragraphs.txt`` has the paragraphs, ``names.txt`` the names of bodies;
``lists.txt`` has invented names of rankings and sentences that hold them.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from scripts.training_names import names_by_kind

Mark = tuple[int, int, str | None]
SEED, TOGETHER = 1, 3
NOUNS = {
    "school f": "l'école", "school m": "l'établissement", "firm f": "l'entreprise", "firm m": "le groupe",
    "hospital f": "la clinique", "hospital m": "l'hôpital", "culture m": "le musée", "club m": "le club",
    "company f": "la société", "company m": "le groupe", "association f": "l'association",
}  # fmt: skip
PEOPLE = {"H": "woman", "K": "man"}
PUBLISHERS = (
    "Le Point", "L'Étudiant", "Capital", "le magazine Challenges", "Newsweek", "l'institut Statista",
    "Le Figaro Étudiant", "Forbes",
)  # fmt: skip
TITLES = (
    "{A^} progresse", "Palmarès 2025 : {A} gagne du terrain", "{A^} se distingue dans le classement {de P}",
    "Une belle année pour {A}", "{A^} [9e|A] du palmarès {de P}", "{A^} gagne [12 places|A]",
    "Palmarès : {un noun} [dans le top 50|A]", "[Une 12e place|A] pour {A}", "Les résultats de la semaine",
)  # fmt: skip
OPENINGS = (
    "Le palmarès 2025 {de P} a été publié mardi. {A^} y figure [à la 41e place|A].",
    "{A^} se réjouit des résultats du classement 2025 {de P}.",
    "Rendu public ce matin, le classement {de P} compare 240 établissements. {A^} s'y classe [38e|A].",
    "« C'est une étape », résume la direction {de A} après la publication du palmarès {de P}.",
    "{A^} tient son assemblée générale mardi.",
    "Brancourt, le 12 mars 2025 – {A^} a pris connaissance du palmarès {de P}.",
)
_GENDER = re.compile(r"\|([mf])$")
_SLOT = re.compile(r"\{([^}]*)\}")
_MARK = re.compile(r"\[([^\[\]|]*)\|([A-DHK]?)\]")


def paragraphs(folder: Path, copies: int) -> Iterator[tuple[str, list[Mark]]]:
    """Texts of a title, an opening and three paragraphs, with their positions and whose each is."""
    rng, names = random.Random(SEED), names_by_kind((folder / "names.txt").read_text("utf-8"))
    lines = (folder / "paragraphs.txt").read_text("utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    for _ in range(copies):
        order = lines[:]
        rng.shuffle(order)
        for i in range(0, len(order), TOGETHER):
            yield _text(order[i : i + TOGETHER], names, rng)


def lists(folder: Path, copies: int) -> Iterator[tuple[str, list[str]]]:
    """Texts of a few sentences that each name a ranking, with those names."""
    rng, bodies = random.Random(SEED), names_by_kind((folder / "names.txt").read_text("utf-8"))
    raw = (folder / "lists.txt").read_text("utf-8").split("[sentences]\n")
    names, sentences = raw[0].split("[names]\n")[1].splitlines(), raw[1].splitlines()
    for _ in range(copies):
        order = sentences[:]
        rng.shuffle(order)
        for i in range(0, len(order), TOGETHER):
            kind = rng.choice([k for k in bodies if k in NOUNS])
            pool = dict(zip("AB", rng.sample(bodies[kind], 2), strict=True))
            used = rng.sample(names, TOGETHER)
            text = "Les nouvelles de la semaine\n\n"
            for sentence, name in zip(order[i : i + TOGETHER], used, strict=False):
                text += _filled(sentence, pool | {"N": name}, kind) + "\n\n"
            yield text, used


def _text(chosen: list[str], names: dict[str, list[str]], rng: random.Random) -> tuple[str, list[Mark]]:
    genders = [m[1] for line in chosen if (m := _GENDER.search(line))]
    gender = genders[0] if genders else None
    chosen = [line for line in chosen if (m := _GENDER.search(line)) is None or m[1] == gender]
    kind = rng.choice([k for k in NOUNS if gender is None or k.endswith(" " + gender)])
    pool = names[kind][:]
    rng.shuffle(pool)
    bodies = dict(zip("ABCD", pool, strict=False)) | {"P": rng.choice(PUBLISHERS)}
    bodies |= {slot: rng.choice(names[people]) for slot, people in PEOPLE.items()}
    text, marks = "", list[Mark]()
    for line in (rng.choice(TITLES), rng.choice(OPENINGS), *chosen):
        filled = _filled(_GENDER.sub("", line).replace("\\n", "\n"), bodies, kind)
        done = 0
        for m in _MARK.finditer(filled):
            text += filled[done : m.start()]
            marks.append((len(text), len(text) + len(m[1]), bodies[m[2]] if m[2] else None))
            text, done = text + m[1], m.end()
        text += filled[done:] + "\n\n"
    return text, marks


def _filled(line: str, bodies: dict[str, str], kind: str) -> str:
    return _SLOT.sub(lambda m: _word(m[1], bodies, kind), line)


def _word(slot: str, bodies: dict[str, str], kind: str) -> str:
    """What fills a slot: « {de A} » is « du groupe X », « {il} » the pronoun of the kind's gender."""
    capital, slot = slot.endswith("^"), slot.rstrip("^")
    feminine = kind.endswith(" f")
    if slot in bodies:
        out = bodies[slot]
    elif slot.lower() == "le noun":
        out = NOUNS[kind]
    elif slot.lower() in {"noun", "ce noun", "un noun"}:
        noun = re.sub("^(?:l[ae] |l')", "", NOUNS[kind])
        this = "cette " if feminine else "cet " if noun[0] in "aeéh" else "ce "
        out = {"n": "", "u": "une " if feminine else "un "}.get(slot[0].lower(), this) + noun
    elif slot.lower() in {"il", "il b"}:
        out = "elle" if feminine else "il"
    elif slot == "la A":
        out = "la" if feminine else "le"
    else:
        preposition, _, of = slot.partition(" ")
        out = _governed(preposition, bodies[of])
    return out[0].upper() + out[1:] if capital or slot[0] in "LI" else out


def _governed(preposition: str, name: str) -> str:
    """« de » and « à » with a name's article: « du groupe X », « de l'école »."""
    article = re.match(r"(?:[Ll]e |[Ll]a |[Ll]['’])", name)
    if article and article[0].lower() == "le ":
        return ("du " if preposition == "de" else "au ") + name[3:]
    if article:
        return f"{preposition} {name[0].lower()}{name[1:]}"
    return f"d'{name}" if preposition == "de" and name[0] in "AEIOUÉ" else f"{preposition} {name}"
