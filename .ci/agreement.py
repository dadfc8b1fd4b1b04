#!/usr/bin/env python3
"""Tells how far the readings of one release agree, whatever design it was printed in and whatever extractor read it.

usage: agreement.py SCORER.py GOLD_DIR PREDICTIONS.jsonl [--differences]

A value is what a field of a release holds in at least half of its readings, compared as the scorer compares; readings
agree on it when all of them hold it. `shared` is the share of values that all readings hold; `held` how many of the
readings hold a value on average; `printed` the share that all readings hold as far as their texts have its characters:
an extractor that joins lines may take away a hyphen that belongs to the word, and no reading of its text can hold it;
`possible` the share of which all texts have every character, and so the most that `shared` can be.
"""
import collections
import importlib.util
import json
import pathlib
import sys

QUOTE_PARTS = ("name", "title", "organization")


def scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def values(score, release):
    """Every value of a reading, with its field."""
    for field in score.FIELDS:
        if not field.startswith("quotes"):
            for value in score.values(release, field):
                yield field, str(value)
    for quote in score.quotes(release):
        yield "quotes", score.bare_quote(score.text(quote))
        for part in QUOTE_PARTS:
            if score.speaker(quote, part):
                yield f"quotes.{part}", score.speaker(quote, part)


NEAR = 6


def as_far_as_printed(value, source):
    """`value` without the hyphens that `source`, its white space left out, lacks at that place."""
    kept = []
    for at, character in enumerate(value):
        if character == "-":
            before, after = value[max(0, at - NEAR):at], value[at + 1:at + 1 + NEAR]
            if before + after in source or before + "-" not in source:
                continue
        kept.append(character)
    return "".join(kept)


def main():
    score = scorer(sys.argv[1])
    predictions = score.load_predictions(sys.argv[3])
    shared, held, count = collections.Counter(), collections.Counter(), collections.Counter()
    printed, possible = collections.Counter(), collections.Counter()
    for path in sorted(pathlib.Path(sys.argv[2]).glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf8"))
        readings = gold.get("inputs") or []
        if len(readings) < 2:
            continue
        folder = pathlib.Path(sys.argv[2])
        sources = {reading: score.norm((folder / f"{reading}.txt").read_text(encoding="utf8")) for reading in readings}
        for edition in range(len(gold["releases"])):
            holders = collections.defaultdict(set)
            for reading in readings:
                for field, value in values(score, predictions.get((reading, edition), {})):
                    holders[field, value].add(reading)
            for (field, value), having in holders.items():
                if len(having) * 2 < len(readings):
                    continue
                count[field] += 1
                shared[field] += len(having) == len(readings)
                held[field] += len(having) / len(readings)
                whole = [as_far_as_printed(value, sources[reading]) for reading in readings]
                printed[field] += all(
                    reading in having or reading in holders.get((field, least), ())
                    for reading, least in zip(readings, whole)
                )
                possible[field] += len(having) == len(readings) or all(least == value for least in whole)
                if "--differences" in sys.argv and len(having) < len(readings):
                    print(f"{gold['id']}#{edition}\t{field}\t{len(having)}/{len(readings)}\t{value[:80]}")
    rows = [shared, held, printed, possible]
    for field in count:
        print(f"{field:26}{count[field]:6}" + "".join(f"   {row[field] / count[field]:.3f}" for row in rows))
    total = sum(count.values())
    names = ["shared", "held", "printed", "possible"]
    shares = [f"{name} {sum(row.values()) / total:.3f}" for name, row in zip(names, rows)]
    print(f"{total} values, " + ", ".join(shares))


if __name__ == "__main__":
    main()
