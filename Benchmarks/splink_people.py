#!/usr/bin/env python3
"""Matches a table of people.py with Splink, as a skilled user would: term frequencies, graded levels, several blocks.

Usage: splink_people.py TABLE.csv [--judge]. Prints seconds by step, CPU seconds and peak memory as JSON. With `--judge`, after
the clock has stopped, also the best pairwise F1 over all thresholds by the table's column `person`: a choice in hindsight,
which nobody has who must match a list without labels.
"""
import json
import logging
import os
import resource
import sys
import time

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

THRESHOLD = 0.95
BLOCKS = [
    block_on("national_id"), block_on("name_key", "birth_date"), block_on("name_key", "commune"),
    block_on("birth_date", "commune"), block_on("name_key", "birth_year"),
]


def name_comparison():
    exact = cll.ExactMatchLevel("full_name", term_frequency_adjustments=True)
    unaccented = cll.ExactMatchLevel("name_key", term_frequency_adjustments=True)
    return cl.CustomComparison(
        output_column_name="full_name",
        comparison_levels=[
            cll.NullLevel("full_name"), exact, unaccented, cll.JaroWinklerLevel("name_key", 0.95),
            cll.JaroWinklerLevel("name_key", 0.88), cll.ElseLevel()])


def date_comparison():
    def level(condition, label):
        return {"sql_condition": condition, "label_for_charts": label}

    return cl.CustomComparison(
        output_column_name="birth_date",
        comparison_levels=[
            cll.NullLevel("birth_date"), cll.ExactMatchLevel("birth_date"),
            level("birth_year_l = birth_year_r and (length(birth_date_l) = 4 or length(birth_date_r) = 4)", "year alone"),
            level("levenshtein(birth_date_l, birth_date_r) = 1", "one digit"),
            level("birth_year_l = birth_year_r and birth_date_l[9:10] = birth_date_r[9:10]", "another month"),
            level("birth_year_l = birth_year_r", "same year"), cll.ElseLevel()])


def match(table):
    steps, begin = {}, time.monotonic()

    def done(name):
        nonlocal begin
        steps[name] = time.monotonic() - begin
        begin = time.monotonic()

    connection = duckdb.connect(config={"threads": os.cpu_count()})
    connection.execute("""
        create table rows as
        select id as unique_id, full_name, lower(strip_accents(replace(replace(full_name, 'đ', 'd'), 'Đ', 'D'))) as name_key,
            birth_date, birth_date[1:4] as birth_year, nullif(national_id, '') as national_id, gender, commune, position
        from read_csv(?, all_varchar=true, header=true)""", [table])
    done("read")
    settings = SettingsCreator(
        link_type="dedupe_only", blocking_rules_to_generate_predictions=BLOCKS,
        comparisons=[
            name_comparison(), date_comparison(), cl.LevenshteinAtThresholds("national_id", 1), cl.ExactMatch("gender"),
            cl.ExactMatch("commune"), cl.ExactMatch("position").configure(term_frequency_adjustments=True)],
        retain_intermediate_calculation_columns=False, retain_matching_columns=False)
    linker = Linker(DuckDBAPI(connection).register("rows"), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("national_id"), block_on("name_key", "birth_date", "commune")], recall=0.9)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("name_key", "birth_date"), block_on("national_id"), block_on("birth_date", "commune")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    done("train")
    pairs = linker.inference.predict(threshold_match_weight=-4)
    done("predict")
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=THRESHOLD)
    done("cluster")
    return connection, pairs, clusters, steps


def best(connection, pairs, table):
    """The best pairwise F1 over all thresholds, and its match weight: clusters grow pair by pair, the heaviest first."""
    people = dict(connection.execute(
        "select id, person from read_csv(?, all_varchar=true, header=true)", [table]).fetchall())
    sizes = {}
    for person in people.values():
        sizes[person] = sizes.get(person, 0) + 1
    wanted = sum(size * (size - 1) // 2 for size in sizes.values())
    parents, members = {}, {}

    def root(row):
        while parents.get(row, row) != row:
            parents[row] = row = parents.get(parents[row], parents[row])
        return row

    joined, right, found = 0, 0, (0.0, 0.0, 0.0, 0.0)
    edges = connection.execute(
        f"select match_weight, unique_id_l, unique_id_r from {pairs.physical_name} order by 1 desc").fetchall()
    for place, (weight, left, other) in enumerate(edges):
        left, other = root(left), root(other)
        if left != other:
            one, two = members.pop(left, {people[left]: 1}), members.pop(other, {people[other]: 1})
            if len(one) < len(two):
                (one, two), (left, other) = (two, one), (other, left)
            joined += sum(one.values()) * sum(two.values())
            for person, count in two.items():
                right += one.get(person, 0) * count
                one[person] = one.get(person, 0) + count
            members[left], parents[other] = one, left
        if place + 1 < len(edges) and edges[place + 1][0] == weight:
            continue
        f1 = 2 * right / (joined + wanted) if joined else 0
        found = max(found, (f1, right / max(1, joined), right / wanted, weight))
    return dict(zip(("f1", "precision", "recall", "weight"), found))


def main():
    logging.getLogger("splink").setLevel(logging.ERROR)
    table = sys.argv[1]
    connection, pairs, clusters, steps = match(table)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    told = {"steps": steps, "cpu": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss / 1024}
    if "--judge" in sys.argv:
        told["best"] = best(connection, pairs, table)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
