"""How communique reads the French cases of other projects' tests.

    python benchmarks/suites.py DIR [--errors]

DIR holds ``numbers.jsonl``, ``amounts.jsonl``…, one case a line; each file has one function here, in
``READERS``. What is read differently on purpose is listed, with its reason, in ``suites_differences.toml``
and left out of the rate. The cases are under their projects' licences and are not part of this repository.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

Case = dict[str, Any]
DIFFERENCES = Path(__file__).with_name("suites_differences.toml")


def close(a: float | None, b: float | None) -> bool:
    """Equal up to 1e-9 of relative difference, or both absent."""
    if a is None or b is None:
        return a is b
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-30)


def numbers(case: Case) -> str | None:
    """What is wrong with our reading of a number, or None."""
    from communique.numbers import parse_number

    number = parse_number(case["text"], ordinal=case["ordinal"])
    value = number.value if number else None
    return None if close(value, case["value"]) else f"read {value}"


def amounts(case: Case) -> str | None:
    """What is wrong with our reading of the quantity of the case's kind, or None."""
    from communique.document import Document
    from communique.extractors.counts import extract_counts
    from communique.mentions import Found

    found = [c for c in extract_counts(Document(case["text"]), Found()) if c.kind == case["kind"]]
    if case["comparator"] == "any" and case["value"] is case["low"] is case["high"] is None:
        return f"found {found[0].text!r}" if found else None

    def right(count: Any) -> bool:
        fields = ("value",) if case["comparator"] == "any" else ("value", "low", "high")
        unit = case["unit"] is None or (count.unit or "").lower() == case["unit"].lower()
        same = case["comparator"] in ("any", count.comparator)
        return unit and same and all(close(getattr(count, f), case[f]) for f in fields)

    if any(map(right, found)):
        return None
    return "read " + "; ".join(f"{c.text!r} = {c.value} {c.unit} {c.comparator}" for c in found)


def dates(case: Case) -> str | None:
    """What is wrong with our reading of the one date of the case, on its day, or None."""
    from communique.document import Document
    from communique.extractors.dates import extract_dates
    from communique.mentions import Found
    from communique.segment import find_sections, find_sentences

    text, sections = case["text"], find_sections(case["text"])
    doc = Document(text, case["reference"], sections, find_sentences(text, sections))
    found = [(d.value, d.value_end) for d in extract_dates(doc, Found())]
    if case["value"] is None:
        return f"read {found}" if any(value for value, _ in found) else None
    accepted = [(c["value"], c["value_end"]) for c in (case, *case.get("or", []))]
    return None if len(found) == 1 and found[0] in accepted else f"read {found}"


def _ends(case: Case) -> tuple[set[int], set[int]]:
    """Where the case's sentences end, and where ours do."""
    from communique.segment.sentences import split_sentences

    wanted, at = set(), -1
    for sentence in case["sentences"]:
        at += len(sentence) + 1
        wanted.add(at)
    return wanted, {end for _, end in split_sentences(case["text"], 0, len(case["text"]))}


def sentences(case: Case) -> str | None:
    """What is wrong with our sentences, or None."""
    wanted, found = _ends(case)
    text = case["text"]
    wrong = [f"missed after {text[max(0, e - 20) : e]!r}" for e in sorted(wanted - found)]
    wrong += [f"broken after {text[max(0, e - 20) : e]!r}" for e in sorted(found - wanted)]
    return "; ".join(wrong) or None


def boundaries(cases: list[Case]) -> str:
    """Precision, recall and F1 of sentence ends over all cases, none left out."""
    pairs = [_ends(case) for case in cases]
    right = sum(len(wanted & found) for wanted, found in pairs)
    precision = right / max(1, sum(len(found) for _, found in pairs))
    recall = right / max(1, sum(len(wanted) for wanted, _ in pairs))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"  boundaries: P {precision:.4f} R {recall:.4f} F1 {f1:.4f}"


READERS: dict[str, Callable[[Case], str | None]] = {
    "numbers": numbers,
    "amounts": amounts,
    "dates": dates,
    "sentences": sentences,
}
SUMMARIES: dict[str, Callable[[list[Case]], str]] = {"sentences": boundaries}


def differences(kind: str) -> list[tuple[re.Pattern[str], str]]:
    """The cases of a kind that are read differently on purpose: a pattern on their note, and the reason."""
    entries = tomllib.loads(DIFFERENCES.read_text("utf-8")).get(kind, [])
    return [(re.compile(entry["note"]), entry["why"]) for entry in entries]


def run(path: Path, read: Callable[[Case], str | None], *, errors: bool) -> bool:
    """Print the rates of one file; whether any case applied."""
    apart = differences(path.stem)
    right, applied, left = Counter[str](), Counter[str](), Counter[str]()
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    for case in cases:
        reason = next((why for pattern, why in apart if pattern.search(case.get("note", ""))), None)
        if reason:
            left[reason] += 1
            continue
        wrong = read(case)
        applied[case["suite"]] += 1
        right[case["suite"]] += wrong is None
        if wrong and errors:
            print(f"  {case['id']}\t{case['text'][:100]!r}\twanted {case.get('value')}\t{wrong}")
    total = applied.total()
    print(f"{path.stem}: {right.total()}/{total} = {right.total() / max(total, 1):.3f}")
    for suite in sorted(applied):
        rate = right[suite] / applied[suite]
        print(f"  {suite:<20} {right[suite]:>4}/{applied[suite]:<4} {rate:.3f}")
    for reason, count in left.most_common():
        print(f"  read differently ({count}): {reason}")
    if path.stem in SUMMARIES:
        print(SUMMARIES[path.stem](cases))
    return total > 0


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("directory", type=Path)
    parser.add_argument("--errors", action="store_true", help="list the cases read wrongly")
    args = parser.parse_args(argv)
    found = False
    for kind, read in READERS.items():
        path = args.directory / f"{kind}.jsonl"
        if path.exists():
            found |= run(path, read, errors=args.errors)
    if not found:
        print(f"no suite in {args.directory}", file=sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    raise SystemExit(main())
