"""Extract the records of a table of articles on a Spark cluster.

    spark-submit examples/spark_job.py INPUT OUTPUT [--text text] [--id id] [--date DATE] [--model NAME]

INPUT is a Parquet dataset with a row for each article; OUTPUT becomes one with the same ids, the articles'
records as arrays of structs, and the column ``error``. ``communique[spark]`` must be installed where the
executors run: see docs/spark.md.
"""

from __future__ import annotations

import argparse

from pyspark.sql import SparkSession
from pyspark.sql.functions import col

from communique.spark import extract


def main() -> None:
    parser = argparse.ArgumentParser(description="Records of a table of articles, on Spark.")
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--text", default="text", help="column of the texts")
    parser.add_argument("--id", default="id", help="column of the ids")
    parser.add_argument("--date", help="column of the articles' dates")
    parser.add_argument("--model", default="fr_core_news_sm", help="spaCy pipeline, or none")
    parser.add_argument("--partitions", type=int, default=0, help="3 to 10 for each core of the cluster")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("communique").getOrCreate()
    articles = spark.read.parquet(given.input)
    if given.partitions:
        articles = articles.repartition(given.partitions)
    model = None if given.model == "none" else given.model
    records = extract(articles, text=given.text, id=given.id, published=given.date, model=model)
    records.write.mode("errorifexists").parquet(given.output)

    written = spark.read.parquet(given.output)
    failed = written.where(col("error").isNotNull())
    print(f"{written.count():,} articles, {failed.count():,} failed: {given.output}")
    failed.select(given.id, "error").show(20, truncate=120)
    spark.stop()


if __name__ == "__main__":
    main()
