#!/usr/bin/env python3
"""Measures the readers beside DuckDB, Python's csv, lxml and libxml2 alone, on the same invented lists.

Every figure is the median CPU time of interleaved runs, each a process of its own; ratios are what to read, for the
machine may be busy. `scan` and the decoders time their work alone, over bytes in memory; all others are whole
processes, start and reading of the file included. Usage: reading.py [--rows N] [--runs N] [--write FILE]
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
import venv

import lists

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(ROOT, ".build-bench")
PYTHON = os.path.join(WORK, "venv", "bin", "python3")
READING = os.path.join(WORK, "build", "release", "reading")
OTHERS = {
    "python-csv": """
import csv, sys
cells = size = 0
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for row in csv.reader(file):
        cells += len(row)
print(cells)
""",
    "duckdb": """
import duckdb, sys
c = duckdb.connect(config={"threads": 1})
c.execute("select count(*), sum(strlen(columns(*))) from read_csv(?, all_varchar=true, header=true)", [sys.argv[1]])
print(c.fetchone()[0])
""",
    "lxml": """
import sys
from lxml import etree
cells = 0
for _, element in etree.iterparse(sys.argv[1], events=("end",)):
    if element.tag.endswith("}Data"):
        cells += len(element.text or "") > 0
    if element.tag.endswith("}Row"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
print(cells)
""",
}


def prepare():
    """Builds the measuring program and the environment of its competitors, where they are missing."""
    if not os.path.exists(PYTHON):
        venv.create(os.path.join(WORK, "venv"), with_pip=True)
        subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "duckdb", "lxml"], check=True)
    subprocess.run(["swift", "build", "-c", "release", "--package-path", os.path.join(ROOT, "Benchmarks"),
                    "--scratch-path", os.path.join(WORK, "build"), "--product", "reading"],
                   check=True, stdout=subprocess.DEVNULL)


def measure(command):
    """Runs a command; its CPU seconds, its peak memory in MiB and what it printed last."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command[:2])} ended with status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text.splitlines()[-1]


def version(what):
    names = {"duckdb": "import duckdb; print(duckdb.__version__)",
             "lxml": "from lxml import etree; print('.'.join(map(str, etree.LXML_VERSION)))"}
    if what in names:
        return subprocess.run([PYTHON, "-c", names[what]], capture_output=True, text=True).stdout.strip()
    return subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0].strip()


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=300_000, help="rows of the CSV; the other files have a quarter")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", help="also write the table to this Markdown file")
    arguments = parser.parse_args()
    prepare()
    paths = lists.make(os.path.join(WORK, "reading"), arguments.rows)

    script = lambda name: [PYTHON, "-c", OTHERS[name]]
    # What is measured, over which file, by which command, and beside what its ratio stands.
    ways = [
        ("CSV, scanner alone", "csv", [READING, "scan"], None),
        ("CSV, file to batches", "csv", [READING, "door"], None),
        ("CSV, DuckDB, one thread", "csv", script("duckdb"), "CSV, file to batches"),
        ("CSV, Python csv", "csv", script("python-csv"), "CSV, file to batches"),
        ("SpreadsheetML, file to batches", "spreadsheetml", [READING, "door"], "SpreadsheetML, libxml2 SAX2 alone (C)"),
        ("SpreadsheetML, libxml2 SAX2 alone (C)", "spreadsheetml", [READING, "bare-sax"], None),
        ("SpreadsheetML, lxml iterparse", "spreadsheetml", script("lxml"), "SpreadsheetML, file to batches"),
        ("record XML, file to batches", "record-xml", [READING, "door"], "record XML, libxml2 SAX2 alone (C)"),
        ("record XML, libxml2 SAX2 alone (C)", "record-xml", [READING, "bare-sax"], None),
        ("HTML, file to batches", "html", [READING, "door"], None),
        ("windows-1258, decoder alone", "windows-1258", [READING, "windows-1258"], None),
        ("windows-1258 CSV, file to batches", "windows-1258", [READING, "door"], None),
        ("TCVN3, decoder alone", "tcvn3", [READING, "tcvn3"], None),
        ("TCVN3 CSV, file to batches", "tcvn3", [READING, "door"], None),
        ("CSV of a tenth, file to batches", "csv-tenth", [READING, "door"], None),
        ("SpreadsheetML of a tenth, file to batches", "spreadsheetml-tenth", [READING, "door"], None),
    ]
    figures = {name: [] for name, *_ in ways}
    for _ in range(arguments.runs):
        for name, file, command, _ in ways:
            cpu, memory, last = measure([*command, paths[file]])
            if command[0] == READING and command[1] not in ("door", "bare-sax"):
                cpu = json.loads(last)["cpu"]
            figures[name].append((cpu, memory))
    cpu = {name: statistics.median(figure[0] for figure in runs) for name, runs in figures.items()}
    memory = {name: statistics.median(figure[1] for figure in runs) for name, runs in figures.items()}

    lines = [
        f"{arguments.rows:,} rows of 21 columns as CSV, a quarter of them in the other formats; CPU time, medians of",
        f"{arguments.runs} interleaved runs. {processor()}, {os.cpu_count()} processors, {platform.system()} "
        f"{platform.release()}, {time.strftime('%Y-%m-%d')}.",
        f"{version('swift')}; DuckDB {version('duckdb')}, lxml {version('lxml')}, Python {platform.python_version()}.",
        "",
        "| what | MB | CPU s | MB/s | peak MiB | ratio |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for name, file, command, beside in ways:
        size = os.path.getsize(paths[file]) / 1e6
        # A scanner or decoder alone has the whole file in memory: its peak says nothing of the readers.
        peak = "" if command[0] == READING and command[1] not in ("door", "bare-sax") else f"{memory[name]:.0f}"
        ratio = f"{cpu[name] / cpu[beside]:.2f} × {beside}" if beside else ""
        lines.append(f"| {name} | {size:.0f} | {cpu[name]:.3f} | {size / cpu[name]:.0f} | {peak} | {ratio} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write(f"# Reading, measured\n\n`Benchmarks/reading.py --rows {arguments.rows} --runs {arguments.runs}`: {text}")


if __name__ == "__main__":
    main()
