#!/usr/bin/env python3
"""The pipeline that an office would script instead: DuckDB reads and cleans, Splink matches, SQLite keeps.

Given one clean CSV with one row a person row, in UTF-8, with one heading, it gets what our program works hard for; given
a folder it reads the lists itself, as office_lists.py can. It assigns nobody and writes no report. Usage: office.py
ROWS.csv|FOLDER OUT.sqlite; prints seconds by step as JSON.
"""
import json
import logging
import os
import sqlite3
import sys
import time

import duckdb
import office_lists
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

source, target = sys.argv[1:]
logging.getLogger("splink").setLevel(logging.ERROR)
steps, begin = {}, time.monotonic()


def done(name):
    global begin
    steps[name] = time.monotonic() - begin
    begin = time.monotonic()


read = {}
if os.path.isdir(source):
    folder, source = source, target + ".csv"
    read["rows"], read["given_up"] = office_lists.write(folder, source)
    done("read the lists")
connection = duckdb.connect(config={"threads": os.cpu_count()})
connection.execute("""
    create table rows as
    select row_number() over () as unique_id, trim(full_name) as full_name, lower(strip_accents(trim(full_name))) as name_key,
        birth_date, nullif(national_id, '') as national_id, nullif(gender, '') as gender,
        nullif(ethnicity, '') as ethnicity, unit, position, salary_coefficient, phone
    from read_csv(?, all_varchar=true, header=true)""", [source])
done("read and clean")

settings = SettingsCreator(
    link_type="dedupe_only",
    probability_two_random_records_match=1e-6,
    blocking_rules_to_generate_predictions=[
        block_on("national_id"), block_on("name_key", "birth_date"), block_on("name_key", "unit")],
    comparisons=[
        cl.NameComparison("full_name"), cl.ExactMatch("birth_date"), cl.LevenshteinAtThresholds("national_id", 1),
        cl.ExactMatch("gender"), cl.ExactMatch("ethnicity"), cl.ExactMatch("unit")],
    retain_intermediate_calculation_columns=False, retain_matching_columns=False)
api = DuckDBAPI(connection)
linker = Linker(api.register("rows"), settings)
linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
linker.training.estimate_parameters_using_expectation_maximisation(block_on("name_key", "birth_date"))
linker.training.estimate_parameters_using_expectation_maximisation(block_on("national_id"))
pairs = linker.inference.predict(threshold_match_probability=0.95)
clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
done("match (Splink)")

rows = connection.execute(f"""
    select c.cluster_id, r.* from {clusters.physical_name} c join rows r using (unique_id)""")
if os.path.exists(target):
    os.remove(target)
database = sqlite3.connect(target)
database.execute("pragma journal_mode=off")
database.execute("pragma synchronous=off")
columns = [column[0] for column in rows.description]
database.execute(f"create table person_row ({', '.join(columns)})")
while chunk := rows.fetchmany(50_000):
    database.executemany(f"insert into person_row values ({', '.join('?' * len(columns))})", chunk)
database.execute("create index person_row_by_cluster on person_row (cluster_id)")
database.commit()
people = database.execute("select count(distinct cluster_id) from person_row").fetchone()[0]
done("write (SQLite)")
print(json.dumps({"people": people, "steps": steps} | read))
