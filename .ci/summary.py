#!/usr/bin/env python3
"""Tells the accuracy of a set without the fields of quotes, whole and by language.

usage: summary.py SCORER.py GOLD_DIR PREDICTIONS.jsonl

A row: the language, how many releases, the mean strict and soft F1 of the fields that have values, and every field
whose strict F1 is under 0.80.
"""
import contextlib
import importlib.util
import io
import json
import pathlib
import shutil
import sys
import tempfile

LOWEST = 0.80


def figures(scorer, gold, predictions):
    """The scorer's own figures for a folder."""
    with tempfile.NamedTemporaryFile("r", suffix=".json") as out, contextlib.redirect_stdout(io.StringIO()):
        sys.argv = ["score.py", str(gold), predictions, "--json", out.name]
        scorer.main()
        return json.load(out)


def row(name, count, fields):
    own = {
        field: figure
        for field, figure in fields.items()
        if isinstance(figure, dict) and not field.startswith("quotes") and figure["gold"]
    }
    mean = lambda key: sum(figure[key] for figure in own.values()) / len(own)
    low = [f"{field} {figure['f1']:.2f}" for field, figure in own.items() if figure["f1"] < LOWEST]
    print(f"{name:8} {count:3}  strict {mean('f1'):.3f}  soft {mean('soft_f1'):.3f}  {', '.join(low)}".rstrip())


def main():
    scorer_path, gold, predictions = sys.argv[1:]
    spec = importlib.util.spec_from_file_location("score", scorer_path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    files = sorted(pathlib.Path(gold).glob("*.gold.json"))
    row("all", len(files), figures(scorer, gold, predictions))
    for language in ("en", "zh-Hant", "zh-Hans"):
        with tempfile.TemporaryDirectory() as folder:
            own = [
                file
                for file in files
                if any(release["language"] == language for release in json.loads(file.read_text("utf8"))["releases"])
            ]
            for file in own:
                shutil.copy(file, folder)
            row(language, len(own), figures(scorer, folder, predictions))


main()
