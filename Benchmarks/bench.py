#!/usr/bin/env python3
"""Measures the program on invented lists, beside `sqlite3 .import` of the same number of rows as the yardstick.

Every figure is a median of interleaved runs of whole processes; memory is the largest resident set of one process.
Usage: bench.py [--people N] [--runs N] [--write FILE]
"""
import argparse
import glob
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(ROOT, ".build-bench")
SAPXEP = os.path.join(ROOT, ".build", "release", "sapxep")


def measure(command, stdin=None):
    """Runs a command; wall seconds, CPU seconds and peak memory in MiB."""
    begin = time.monotonic()
    process = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE if stdin else subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    if stdin:
        process.stdin.write(stdin.encode())
        process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with status {process.returncode}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def lists(people):
    """The invented lists of so many people, made once."""
    folder = os.path.join(WORK, f"lists-{people}")
    if not os.path.isdir(folder):
        subprocess.run([SAPXEP, "sample", "--people", str(people), "--output", folder], cwd=ROOT, check=True)
    return folder


def flat_csv(folder, people):
    """One plain CSV with as many rows as the lists hold: each district's overview twice."""
    path = os.path.join(WORK, f"flat-{people}.csv")
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8") as out:
            for _ in range(2):
                for name in sorted(glob.glob(os.path.join(folder, "so-noi-vu", "tong-hop", "*.csv"))):
                    with open(name, encoding="utf-8-sig") as file:
                        out.writelines(file.readlines()[2:])
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", help="also write the table to this Markdown file")
    arguments = parser.parse_args()

    os.makedirs(WORK, exist_ok=True)
    folder = lists(arguments.people)
    flat = flat_csv(folder, arguments.people)
    size = sum(os.path.getsize(name) for name in glob.glob(folder + "/**/*.*", recursive=True))
    output = os.path.join(WORK, "output")
    database = os.path.join(WORK, "import.sqlite")
    script = "create table t(" + ",".join(f"c{i}" for i in range(13)) + f");\n.mode csv\n.separator ;\n.import '{flat}' t\n"

    runs, imports, stages, rows = [], [], {}, 0
    for _ in range(arguments.runs):
        shutil.rmtree(output, ignore_errors=True)
        runs.append(measure([SAPXEP, "run", "dien-bien", "--input", folder, "--output", output]))
        with open(os.path.join(output, "current", "manifest.json"), encoding="utf-8") as file:
            manifest = json.load(file)
        rows = sum(count for name, count in manifest["counts"].items() if name.startswith("rows."))
        for stage in manifest["timings"]:
            stages.setdefault(stage["name"], []).append(stage["seconds"])
        if os.path.exists(database):
            os.remove(database)
        imports.append(measure(["sqlite3", database], stdin=script))

    def median(figures, index):
        return statistics.median(figure[index] for figure in figures)

    lines = [
        f"{arguments.people:,} people, {rows:,} rows, {size / 1e6:.1f} MB of CSV and XML; {arguments.runs} interleaved runs,",
        f"medians; {os.cpu_count()} processors, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}.",
        "",
        "| what | wall s | CPU s | peak MiB | rows/s | MB/s |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, figures in (("whole run", runs), ("`sqlite3 .import` of as many rows", imports)):
        wall = median(figures, 0)
        speed = f"{size / wall / 1e6:.1f}" if figures is runs else f"{os.path.getsize(flat) / wall / 1e6:.1f}"
        lines.append(
            f"| {name} | {wall:.2f} | {median(figures, 1):.2f} | {median(figures, 2):.0f} | {rows / wall:,.0f} | {speed} |")
    for name, seconds in stages.items():
        wall = statistics.median(seconds)
        lines.append(f"| of the run: {name} | {wall:.2f} | | | {rows / max(wall, 1e-9):,.0f} | {size / max(wall, 1e-9) / 1e6:.1f} |")
    lines += ["", f"The whole run takes {median(runs, 0) / median(imports, 0):.1f} times the plain import.", ""]
    text = "\n".join(lines)
    print(text)
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write("# Measured\n\n`make bench`: " + text)


if __name__ == "__main__":
    main()
