"""The scripts that derive the lists of first names and professions, on a few lines of their sources."""

from __future__ import annotations

from pathlib import Path

from scripts.build_first_names import read
from scripts.build_role_heads import heads

from communique.extractors.people.lexicon import ROOM
from communique.lexicon import lines


def test_first_names_are_counted_without_accents(tmp_path: Path) -> None:
    source = tmp_path / "names.csv"
    source.write_text(
        '"preusuel";"sexratio_prenom";"n";"sexe_prenom"\n"zoé";0;300;"Femme"\n"zoe";0;100;"Femme"\n"camille";0.25;80;"F"\n'
    )
    assert read(source) == {"zoe": (400, 0.0), "camille": (80, 20.0)}


def test_professions_are_the_first_words_of_titles(tmp_path: Path) -> None:
    source = tmp_path / "titles.tsv"
    source.write_text(
        "Educateur\tEducatrice de rue\tK1\nAide soignant\tAide soignante\tJ1\nChef d''orchestre\tCheffe\tL1\n"
    )
    assert heads(source) == {"éducateur", "éducatrice", "chef", "cheffe"}


def test_lists_name_their_source_and_hold_single_words() -> None:
    folder = Path(__file__).resolve().parents[2] / "src" / Path(*ROOM.split("."))
    for name, source in (("first_names.txt", "INSEE"), ("role_heads_rome.txt", "France Travail")):
        assert source in (folder / name).read_text("utf-8")[:400]
    assert all(" " not in line for line in lines(ROOM, "role_heads_rome.txt"))
    assert all(line[-2] == " " and line[-1].isdigit() for line in lines(ROOM, "first_names.txt"))
