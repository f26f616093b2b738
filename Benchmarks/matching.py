#!/usr/bin/env python3
"""Measures matching: `sapxep dedupe` beside Splink on the same invented tables (people.py), in turn, several times.

Ours runs blind, with the threshold that the model's file has; twice: with the probabilities of the file, and estimated from the
rows. Splink gets a skilled user's model (splink_people.py) and is judged at its best threshold in hindsight. Wall and
CPU time are of whole processes; "matching" is what each says of itself without reading the table.

    matching.py [--rows N ...] [--runs N] [--write NAME]

Small tables are matched `--runs` times, those of more than a million rows once. `--write NAME` writes
Benchmarks/results/NAME.md and NAME.svg.
"""
import argparse
import collections
import csv
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import time

import bench
import people
import plot

MODEL = "employees"
OURS, TRAINED, OTHER = f"`sapxep dedupe --model {MODEL}`", f"`sapxep dedupe --model {MODEL} --train`", "Splink"


def measure(command):
    """Runs a command: wall seconds, CPU seconds, peak memory in MiB, and what it told."""
    begin = time.monotonic()
    process = subprocess.Popen(
        command, cwd=bench.ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with status {process.returncode}: {text[-2000:]}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def pairs(counts):
    return sum(count * (count - 1) // 2 for count in counts.values())


def judged(path):
    """Pairwise precision, recall and F1 of a table with the columns `person` and `cluster_id`."""
    truth, found, both = collections.Counter(), collections.Counter(), collections.Counter()
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        heading = next(rows)
        person, cluster = heading.index("person"), heading.index("cluster_id")
        for row in rows:
            truth[row[person]] += 1
            found[row[cluster]] += 1
            both[row[person], row[cluster]] += 1
    wanted, joined, right = pairs(truth), pairs(found), pairs(both)
    precision, recall = right / max(1, joined), right / max(1, wanted)
    return {"f1": 2 * right / max(1, joined + wanted), "precision": precision, "recall": recall}


def ours(table, trains):
    output = os.path.join(bench.WORK, "matched.csv")
    options = ["--train"] if trains else []
    wall, cpu, peak, text = measure([bench.SAPXEP, "dedupe", table, "--model", MODEL, "--output", output] + options)
    said = re.search(r"matched in ([\d.]+) s", text)
    return (wall, cpu, peak, float(said.group(1))), judged(output)


def splink(table, judges):
    script = os.path.join(bench.HERE, "splink_people.py")
    wall, cpu, peak, text = measure([bench.PYTHON, script, table] + (["--judge"] if judges else []))
    told = json.loads(text.splitlines()[-1])
    matching = sum(seconds for step, seconds in told["steps"].items() if step != "read")
    # Judging belongs to no measurement: a judged run counts only for what it finds.
    return (wall, cpu, peak, matching), told.get("best")


def compared(rows, runs):
    """Everything measured on a table of so many rows: for each tool its figures and how right it is."""
    table = os.path.join(bench.WORK, f"people-{rows}.csv")
    if not os.path.exists(table):
        people.write(rows, table)
    figures, verdicts = collections.defaultdict(list), {}
    for _ in range(runs):
        for name, trains in ((OURS, False), (TRAINED, True)):
            figure, verdicts[name] = ours(table, trains)
            figures[name].append(figure)
        figures[OTHER].append(splink(table, False)[0])
    verdicts[OTHER] = splink(table, True)[1]
    medians = {name: [statistics.median(values) for values in zip(*some)] for name, some in figures.items()}
    return medians, verdicts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", metavar="NAME", help="also write results/NAME.md and NAME.svg")
    arguments = parser.parse_args()
    bench.prepare()
    lines = ["| rows | what | wall s | CPU s | matching s | peak MiB | µs of CPU a row | precision | recall | F1 |",
             "| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    ratios = ["| rows | Splink / ours: wall | CPU | matching | memory | the same, `--train`: wall | CPU |",
              "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |"]
    bars = []
    for rows in arguments.rows:
        medians, verdicts = compared(rows, arguments.runs if rows <= 1_000_000 else 1)
        for name, (wall, cpu, peak, matching) in medians.items():
            f1, precision, recall = (verdicts[name][key] for key in ("f1", "precision", "recall"))
            label = name if name != OTHER else f"{name}, best threshold in hindsight (weight {verdicts[name]['weight']:.1f})"
            lines.append(f"| {rows:,} | {label} | {wall:.2f} | {cpu:.2f} | {matching:.2f} | {peak:.0f} | "
                         f"{cpu / rows * 1e6:.1f} | {precision:.5f} | {recall:.5f} | {f1:.5f} |")
            bars.append((f"{rows:,}: {name.replace('`', '')}", cpu, []))
        one, other, trained = medians[OURS], medians[OTHER], medians[TRAINED]
        ratios.append(f"| {rows:,} | " + " | ".join(f"{other[place] / max(one[place], 0.005):.1f}" for place in (0, 1, 3, 2))
                      + f" | {other[0] / trained[0]:.1f} | {other[1] / trained[1]:.1f} |")
    version = subprocess.run(
        [bench.PYTHON, "-c", "import duckdb, splink; print(f'Splink {splink.__version__} on DuckDB {duckdb.__version__}')"],
        capture_output=True, text=True, check=True).stdout.strip()
    tool = subprocess.run([bench.SAPXEP, "--version"], capture_output=True, text=True).stdout.strip()
    command = f"matching.py --rows {' '.join(map(str, arguments.rows))} --runs {arguments.runs}"
    text = "\n".join([
        "# Matching beside Splink", "",
        f"`python3 Benchmarks/{command}`: tables of people.py, 1.4 rows a person, medians of {arguments.runs} interleaved runs",
        f"(one above a million rows); {os.cpu_count()} processors ({bench.processor()}), load {os.getloadavg()[1]:.1f} beside, "
        f"{platform.system()} {platform.release()},", f"{time.strftime('%Y-%m-%d')}; sapxep {tool}, {version}. Ours is blind: "
        "no label was looked at.", ""] + lines + [""] + ratios) + "\n"
    print(text)
    if arguments.write:
        base = os.path.join(bench.HERE, "results", arguments.write)
        with open(base + ".md", "w", encoding="utf-8") as file:
            file.write(text + f"\n![CPU seconds as bars]({arguments.write}.svg)\n")
        with open(base + ".svg", "w", encoding="utf-8") as file:
            file.write(plot.bars("Matching tables of people: CPU seconds", bars))


if __name__ == "__main__":
    main()
