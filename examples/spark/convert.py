"""Converts an archive of press releases on a Spark cluster and writes Parquet.

    spark-submit examples/spark/convert.py ARCHIVE OUTPUT --convert PATH/TO/convert

ARCHIVE is a file or folder of JSON lines, {"id": …, "text": …}, in any place that Spark reads; with --texts a folder of
text files in UTF-8, whose paths become the ids. OUTPUT becomes two folders: `releases`, one row a release in the columns
of record.ddl, the whole record as JSON in `record`; and `errors`, one row for each document that could not be read.

The converter answers each line with exactly one line (`convert --pipe`), so that Spark can count on it; where it ends
badly the task fails and is tried again. It must lie on every machine, or be sent along with `spark-submit --files`.
"""

import argparse
import json
import pathlib
import shlex

from pyspark.sql import Row, SparkSession

HERE = pathlib.Path(__file__).parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("archive")
    parser.add_argument("output")
    parser.add_argument("--convert", default="convert", help="the converter on every machine")
    parser.add_argument("--options", default="", help="options for it, such as '--script hans'")
    parser.add_argument("--texts", action="store_true", help="the archive is a folder of text files")
    parser.add_argument("--partitions", type=int, help="in how many parts the archive is dealt to the cluster")
    return parser.parse_args()


def lines_of(spark, options):
    """The documents as JSON lines."""
    context = spark.sparkContext
    if options.texts:
        files = context.wholeTextFiles(options.archive, options.partitions)
        return files.map(lambda file: json.dumps({"id": file[0], "text": file[1]}))
    lines = context.textFile(options.archive, options.partitions or 2)
    return lines.repartition(options.partitions) if options.partitions else lines


def records_of(answer):
    """The records in one answer, each with its own JSON beside its fields."""
    for release in json.loads(answer)["releases"]:
        whole = json.dumps(release, ensure_ascii=False)
        source = release["source"]
        # An id may be a number; a column has one type.
        source["id"] = None if source.get("id") is None else str(source["id"])
        yield json.dumps({**release, "record": whole}, ensure_ascii=False)


def errors_of(answer):
    answer = json.loads(answer)
    if answer["error"]:
        yield Row(id=json.dumps(answer["id"], ensure_ascii=False), **answer["error"])


def main():
    options = arguments()
    spark = SparkSession.builder.appName("press releases").getOrCreate()
    command = shlex.join([options.convert, "--pipe", "--threads", "1"]) + " " + options.options
    # Each document is converted once; the records and the errors are both read from the answers.
    answers = lines_of(spark, options).pipe(command, checkCode=True).cache()
    schema = (HERE / "record.ddl").read_text(encoding="utf8")
    releases = spark.read.json(answers.flatMap(records_of), schema=schema)
    releases.write.mode("overwrite").parquet(f"{options.output}/releases")
    errors = spark.createDataFrame(answers.flatMap(errors_of), schema="id STRING, code STRING, message STRING")
    errors.write.mode("overwrite").parquet(f"{options.output}/errors")
    spark.stop()


if __name__ == "__main__":
    main()
