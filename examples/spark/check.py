"""Runs convert.py over the corpus on a cluster of two workers on this machine, and compares what comes of it with what
one machine gives: python3 check.py CONVERT CORPUS SCRATCH"""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent


def main(convert, corpus, scratch):
    scratch = pathlib.Path(scratch)
    texts = sorted(pathlib.Path(corpus).rglob("*.txt"))
    rows = [{"id": path.as_posix(), "text": text} for path in texts if (text := utf8(path)) is not None]
    rows.append({"id": "no text"})
    archive = scratch / "archive.jsonl"
    archive.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")

    # One machine: the same lines through the same converter.
    with archive.open("rb") as lines:
        alone = subprocess.run([convert, "--pipe"], stdin=lines, capture_output=True, check=True).stdout
    # A line of a part of the archive has another number than a line of the whole.
    expected = sorted(without_line(release) for line in alone.splitlines() for release in json.loads(line)["releases"])

    import pyspark

    submit = pathlib.Path(pyspark.__file__).parent / "bin" / "spark-submit"
    command = [submit, "--master", "local-cluster[2,1,1024]", HERE / "convert.py", archive, scratch / "out"]
    command += ["--convert", os.path.abspath(convert), "--partitions", "6"]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    subprocess.run(list(map(str, command)), check=True, env=environment, stderr=(scratch / "log").open("wb"))

    from pyspark.sql import SparkSession

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
    releases = spark.read.parquet(str(scratch / "out" / "releases")).collect()
    errors = spark.read.parquet(str(scratch / "out" / "errors")).collect()
    found = sorted(without_line(json.loads(release.record)) for release in releases)
    assert found == expected, f"the cluster gave {len(found)} records, one machine {len(expected)}, or others"
    assert [error.code for error in errors] == ["no_text"], errors
    for release in releases:
        record = json.loads(release.record)
        assert release.headline is None or release.headline.text == record["headline"]["text"]
        assert len(release.quotes) == len(record["quotes"]) and release.language == record["language"]
    spark.stop()
    print(f"{len(found)} records of {len(rows) - 1} documents: the same as on one machine; 1 error in its place")


def utf8(path):
    """The text of a file, unless it is in another encoding, which JSON lines cannot be."""
    try:
        return path.read_text(encoding="utf8")
    except UnicodeDecodeError:
        return None


def without_line(release):
    source = {key: value for key, value in release["source"].items() if key != "line"}
    return json.dumps({**release, "source": source}, sort_keys=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
