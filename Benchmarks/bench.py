#!/usr/bin/env python3
"""Measures whole runs of the program beside what plain C needs and beside what people would use instead.

Everything runs in turn, several times, each in a process of its own; figures are medians. Wall time is what people wait
for, CPU time what holds on a busy machine; memory is the largest resident set of one process.

    bench.py [--people N] [--runs N] [--national] [--clean] [--write NAME]

`--national` takes the pipeline of the country and about 10,000 files; where nothing else is said 2,500,000 people, one run.
`--clean` takes lists without errors, in one form. `--write NAME` writes Benchmarks/results/NAME.md and NAME.svg.
"""
import argparse
import glob
import json
import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
import venv

import plot

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
HERE = os.path.join(ROOT, "Benchmarks")
WORK = os.path.join(ROOT, ".build-bench")
SAPXEP = os.path.join(ROOT, ".build", "release", "sapxep")
PYTHON = os.path.join(WORK, "venv", "bin", "python3")
FLOOR = os.path.join(WORK, "floor")
COLUMNS = ("full_name, birth_date, gender, national_id, old_national_id, ethnicity, religion, home_town, residence, "
           "position, unit, department, category, rank, salary_step, salary_coefficient, qualification, "
           "political_theory, party_joined, recruited_on, phone")
WHOLE = "whole run"
FLOOR_ROWS = "C floor: read all bytes, insert the person rows"
FLOOR_TABLES = "C floor: read all bytes, insert every row that the run writes"
IMPORT = "`sqlite3 .import` of the rows"
DUCKDB_ROWS = "DuckDB reads the rows"
OFFICE_ROWS = "scripted office pipeline, from one clean table"
OFFICE_LISTS = "scripted office pipeline, from the lists"
DUCKDB = """
import duckdb, sys
c = duckdb.connect()
c.execute("select count(*), sum(strlen(columns(*))) from read_csv(?, all_varchar=true, header=true)", [sys.argv[1]])
print(c.fetchone()[0])
"""
DUCKDB_FILES = """
import duckdb, json, sys
c = duckdb.connect()
rows = given_up = 0
for name in sys.stdin.read().splitlines():
    try:
        rows += c.execute("select count(*), sum(strlen(columns(*))) from read_csv(?, all_varchar=true, header=false, "
                          "null_padding=true, ignore_errors=true, strict_mode=false)", [name]).fetchone()[0]
    except duckdb.Error:
        given_up += 1
print(json.dumps([rows, given_up]))
"""


def measure(command, stdin=None):
    """Runs a command: wall seconds, CPU seconds, peak memory in MiB, and what it printed last."""
    begin = time.monotonic()
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    lines = text.splitlines()
    return (time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, lines[-1] if lines else "")


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())


def prepare():
    """The C program, and the environment of the other tools, where they are missing."""
    os.makedirs(WORK, exist_ok=True)
    source = os.path.join(HERE, "Sources", "Floor", "floor.c")
    subprocess.run(["cc", "-O2", "-o", FLOOR, source, "-lsqlite3"], check=True)
    if not os.path.exists(PYTHON):
        venv.create(os.path.join(WORK, "venv"), with_pip=True)
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "duckdb", "splink", "lxml", "python-calamine"], check=True)


def lists(people, pipeline="dien-bien", clean=False):
    """The invented lists of so many people, made once; and what making them took, where it was done now."""
    folder = os.path.join(WORK, f"{pipeline}-{people}{'-clean' if clean else ''}")
    figure = None
    if not os.path.isdir(os.path.join(folder, "truth")):
        shutil.rmtree(folder, ignore_errors=True)
        half = folder + ".half"
        shutil.rmtree(half, ignore_errors=True)
        figure = measure([SAPXEP, "sample", "--pipeline", pipeline, "--people", str(people), "--seed", "1", "--output", half]
                         + (["--clean"] if clean else []))
        os.rename(half, folder)
        print(f"invented {people:,} people in {figure[0]:.1f} s, {figure[2]:.0f} MiB", file=sys.stderr)
    return os.path.join(folder, "Input"), figure


def run(folder, output, pipeline="dien-bien"):
    return measure([SAPXEP, "run", pipeline, "--input", folder, "--output", output])


def manifest(output):
    with open(os.path.join(output, "current", "manifest.json"), encoding="utf-8") as file:
        return json.load(file)


def flat(output, name):
    """What the rows of the lists say, as one clean CSV and as cells and rows that end with control characters."""
    csv, cells = (os.path.join(WORK, f"rows-{name}.{end}") for end in ("csv", "cells"))
    with sqlite3.connect(os.path.join(output, "current", "personnel.sqlite")) as db, \
            open(csv, "w", encoding="utf-8", newline="") as one, open(cells, "w", encoding="utf-8", newline="") as other:
        one.write(COLUMNS.replace(" ", "") + "\n")
        for row in db.execute(f"SELECT {COLUMNS} FROM row_value ORDER BY row_id"):
            texts = [text or "" for text in row]
            one.write(",".join('"' + text.replace('"', '""') + '"' if set(text) & set(',"\r\n') else text
                               for text in texts) + "\n")
            other.write("\x1f".join(texts) + "\x1e")
    return csv, cells


def night(folder, output, pipeline):
    """One list in a hundred changed: the lists in a folder of their own, to be put back afterwards."""
    names = sorted(glob.glob(folder + "/**/*.csv", recursive=True))
    chosen = names[:: max(1, len(names) // max(1, len(glob.glob(folder + "/**/*.*", recursive=True)) // 100))]
    contents = {}
    for name in chosen:
        with open(name, "rb") as file:
            contents[name] = file.read()
        with open(name, "ab") as file:
            file.write(b"\n")
    try:
        return run(folder, output, pipeline), len(chosen)
    finally:
        for name, content in contents.items():
            with open(name, "wb") as file:
                file.write(content)


def office(source, database):
    figure = measure([PYTHON, os.path.join(HERE, "office.py"), source, database])
    return figure, json.loads(figure[3])


class Series:
    """What was measured, run after run: figures by name, stages of the whole run, steps of the office's pipeline."""

    def __init__(self):
        self.figures, self.stages, self.steps, self.told, self.count = {}, {}, {}, {}, None
        self.amounts = {}  # rows and bytes, of what does not read all the lists

    def keep(self, name, figure):
        self.figures.setdefault(name, []).append(figure)

    def take(self, folder, names, pipeline):
        """Everything once, in turn."""
        output, database = os.path.join(WORK, "output"), os.path.join(WORK, "other.sqlite")
        shutil.rmtree(output, ignore_errors=True)
        self.keep(WHOLE, run(folder, output, pipeline))
        self.count = manifest(output)["counts"]
        for stage in manifest(output)["timings"]:
            self.stages.setdefault(stage["name"], []).append((stage["seconds"], stage["cpu_seconds"]))
        if len(self.figures[WHOLE]) == 1:
            self.csv, self.cells = flat(output, pipeline)
            for name in (OFFICE_ROWS, IMPORT, DUCKDB_ROWS):
                self.amounts[name] = (self.count["rows.person"], os.path.getsize(self.csv))
        self.keep("the same night again (nothing changed)", run(folder, output, pipeline))
        figure, changed = night(folder, output, pipeline)
        self.keep(f"a night with {changed} of {len(names)} files changed", figure)
        for remains in glob.glob(database + "*"):
            os.remove(remains)
        published = os.path.join(output, "current", "personnel.sqlite")
        for name, source in ((FLOOR_ROWS, self.cells), (FLOOR_TABLES, published)):
            self.keep(name, measure([FLOOR, source, database], "\n".join(names) + "\n"))
            os.remove(database)
        self.keep(IMPORT, measure(["sqlite3", database], f".mode csv\n.import '{self.csv}' t\n"))
        os.remove(database)
        self.keep(DUCKDB_ROWS, measure([PYTHON, "-c", DUCKDB, self.csv]))
        texts = [name for name in names if name.endswith((".csv", ".tsv", ".txt"))]
        figure = measure([PYTHON, "-c", DUCKDB_FILES], "\n".join(texts))
        name = f"DuckDB reads the {len(texts):,} lists that are text"
        self.keep(name, figure)
        self.told["duckdb"] = json.loads(figure[3])
        self.amounts[name] = (self.told["duckdb"][0], sum(map(os.path.getsize, texts)))
        for name, source in ((OFFICE_ROWS, self.csv), (OFFICE_LISTS, folder)):
            figure, told = office(source, database)
            self.keep(name, figure)
            self.told[name] = told
            for step, seconds in told["steps"].items():
                self.steps.setdefault(name, {}).setdefault(step, []).append(seconds)

    def median(self, name, index):
        return statistics.median(figure[index] for figure in self.figures[name])

    def rows(self):
        return sum(number for name, number in self.count.items() if name.startswith("rows."))

    def tables(self, size):
        """The table of everything and the table of stages, as lines of Markdown; `size` is that of the lists, in bytes."""
        rule = "| --- |" + " ---: |" * 5
        lines = ["| what | wall s | CPU s | cores busy | peak MiB | rows/s | MB/s |", rule + " ---: |"]
        for name in self.figures:
            wall, cpu, memory = (self.median(name, index) for index in range(3))
            rows, volume = self.amounts.get(name, (self.rows(), size))
            lines.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {cpu / wall:.2f} | {memory:.0f} | {rows / wall:,.0f} | "
                         f"{volume / wall / 1e6:.1f} |")
        lines += ["", "Of the whole run:", "", "| stage | wall s | CPU s | cores busy | rows/s | MB/s |", rule]
        for name, both in self.stages.items():
            wall, cpu = (max(statistics.median(figure[place] for figure in both), 1e-9) for place in (0, 1))
            lines.append(f"| {name} | {wall:.2f} | {cpu:.2f} | {cpu / wall:.2f} | {self.rows() / wall:,.0f} | {size / wall / 1e6:.1f} |")
        return lines

    def office_lines(self):
        def steps(name):
            return ", ".join(f"{step} {statistics.median(seconds):.1f} s" for step, seconds in self.steps[name].items())

        table, lists_told = self.told[OFFICE_ROWS], self.told[OFFICE_LISTS]
        return [
            "", f"From one clean table the office pipeline finds {table['people']:,} people: {steps(OFFICE_ROWS)}. From the",
            f"lists it makes {lists_told['rows']:,} rows, gives {lists_told['given_up']:,} files up, and finds {lists_told['people']:,}",
            f"people: {steps(OFFICE_LISTS)}.",
            f"DuckDB reads {self.told['duckdb'][0]:,} lines of the lists that are text, of every kind, and gives {self.told['duckdb'][1]:,} of them up."]

    def ratios(self):
        below = [(f"whole run / {name}", WHOLE, name) for name in (FLOOR_ROWS, FLOOR_TABLES)]
        above = [(f"{name} / whole run", name, WHOLE) for name in (OFFICE_ROWS, OFFICE_LISTS)]
        above += [(f"{name} / whole run", name, WHOLE) for name in self.figures if "night" in name]
        lines = ["", "| ratio | wall | CPU |", "| --- | ---: | ---: |"]
        for label, one, other in below + above:
            wall, cpu = (self.median(one, index) / self.median(other, index) for index in (0, 1))
            lines.append(f"| {label} | {wall:.2f} | {cpu:.2f} |")
        return lines

    def bars(self):
        def parts(name):
            steps = {stage: [both[0] for both in figures] for stage, figures in self.stages.items()} if name == WHOLE else \
                self.steps.get(name, {})
            return [(step, statistics.median(seconds)) for step, seconds in steps.items()]

        return [(name.replace("`", ""), self.median(name, 0), parts(name)) for name in self.figures]


def heading(series, arguments, people, names, size):
    """Title, command, lists, machine, date and versions."""
    versions = subprocess.run(
        [PYTHON, "-c", "import duckdb, splink, sqlite3; print(f'DuckDB {duckdb.__version__}, Splink {splink.__version__}, "
         "SQLite {sqlite3.sqlite_version}')"], capture_output=True, text=True, check=True).stdout.strip()
    tool = subprocess.run([SAPXEP, "--version"], capture_output=True, text=True).stdout.strip()
    runs = len(series.figures[WHOLE])
    options = f"--people {people} --runs {runs}{' --national' * arguments.national}{' --clean' * arguments.clean}"
    return [
        f"# {people:,} people", "",
        f"`python3 Benchmarks/bench.py {options}`: {series.count['people']:,} people, {series.count['rows.person']:,} person rows, "
        f"{series.rows():,}",
        f"rows in all, {len(names):,} files, {size / 1e6:.1f} MB. Medians of {runs} interleaved run{'s' if runs > 1 else ''}; "
        f"{os.cpu_count()} processors ({processor()}), load",
        f"{os.getloadavg()[1]:.1f} beside, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}; "
        f"sapxep {tool}, {versions}.", ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--national", action="store_true", help="the whole country's units")
    parser.add_argument("--clean", action="store_true", help="lists without errors, in one form")
    parser.add_argument("--write", metavar="NAME", help="also write results/NAME.md and NAME.svg")
    arguments = parser.parse_args()
    people = arguments.people or (2_500_000 if arguments.national else 100_000)
    pipeline = "vietnam" if arguments.national else "dien-bien"
    prepare()
    folder, inventing = lists(people, pipeline, arguments.clean)
    names = [name for name in sorted(glob.glob(folder + "/**/*", recursive=True)) if os.path.isfile(name)]
    size = sum(os.path.getsize(name) for name in names)
    series = Series()
    for _ in range(arguments.runs or (1 if arguments.national else 3)):
        series.take(folder, names, pipeline)
    lines = heading(series, arguments, people, names, size) + series.tables(size) + series.office_lines() + series.ratios()
    if inventing:
        lines += ["", f"`sapxep sample` made the lists in {inventing[0]:.0f} s of wall, {inventing[1]:.0f} s of CPU, "
                  f"{inventing[2]:.0f} MiB."]
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.write:
        base = os.path.join(HERE, "results", arguments.write)
        with open(base + ".md", "w", encoding="utf-8") as file:
            file.write(text + f"\n![The same as bars]({arguments.write}.svg)\n")
        with open(base + ".svg", "w", encoding="utf-8") as file:
            title = f"{series.count['people']:,} people, {series.rows():,} rows, {size / 1e6:.0f} MB: wall seconds"
            file.write(plot.bars(title, series.bars()))


if __name__ == "__main__":
    main()
