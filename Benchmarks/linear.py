#!/usr/bin/env python3
"""Measures how the time of a whole run grows with its lists: time and memory a row at several sizes, clean and messy.

    linear.py [--people N ...] [--runs N] [--write NAME]

The lists are Điện Biên's: the number of files hardly changes with the number of people, so that what grows is the rows. The
stages say how many cores were busy. `--write NAME` writes Benchmarks/results/NAME.md.
"""
import argparse
import os
import platform
import shutil
import statistics
import time

import bench

STAGES = ("read", "transform", "database", "check and reports")


def measured(people, clean, output):
    """One run: its figures, how many rows it read, and the wall and CPU seconds of its stages."""
    folder, _ = bench.lists(people, clean=clean)
    shutil.rmtree(output, ignore_errors=True)
    wall, cpu, peak, _ = bench.run(folder, output)
    told = bench.manifest(output)
    rows = sum(number for name, number in told["counts"].items() if name.startswith("rows."))
    stages = {stage["name"]: (stage["seconds"], stage["cpu_seconds"]) for stage in told["timings"]}
    return (wall, cpu, peak), rows, stages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[25_000, 100_000, 500_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", metavar="NAME", help="also write results/NAME.md")
    arguments = parser.parse_args()
    bench.prepare()
    output = os.path.join(bench.WORK, "output-linear")
    sizes = [(clean, people) for clean in (False, True) for people in arguments.people]
    runs = {size: [] for size in sizes}
    for _ in range(arguments.runs):
        for clean, people in sizes:
            runs[clean, people].append(measured(people, clean, output))
    lines = [
        f"`python3 Benchmarks/linear.py --people {' '.join(map(str, arguments.people))} --runs {arguments.runs}`: medians of",
        f"{arguments.runs} interleaved runs; {os.cpu_count()} processors ({bench.processor()}), load {os.getloadavg()[1]:.1f} "
        f"beside, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}.", "",
        "| lists | people | rows | wall s | CPU s | µs of CPU a row | against the smallest | peak MiB | bytes a row | "
        + " | ".join(f"cores busy: {name}" for name in STAGES) + " |",
        "| --- |" + " ---: |" * (8 + len(STAGES)),
    ]
    for clean, people in sizes:
        figures, rows, stages = zip(*runs[clean, people])
        wall, cpu, peak = (statistics.median(values) for values in zip(*figures))
        least = statistics.median(figure[1] for figure, _, _ in runs[clean, arguments.people[0]])
        first = least / runs[clean, arguments.people[0]][0][1]
        busy = []
        for name in STAGES:
            shares = [cpu / max(wall, 1e-9) for wall, cpu in (stage[name] for stage in stages if name in stage)]
            busy.append(f"{statistics.median(shares):.2f}" if shares else "")
        lines.append(
            f"| {'clean' if clean else 'every form and state'} | {people:,} | {rows[0]:,} | {wall:.2f} | {cpu:.2f} | "
            f"{cpu / rows[0] * 1e6:.1f} | {cpu / rows[0] / first:.2f} | {peak:.0f} | {peak * 2**20 / rows[0]:,.0f} | "
            + " | ".join(busy) + " |")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.write:
        with open(os.path.join(bench.HERE, "results", arguments.write + ".md"), "w", encoding="utf-8") as file:
            file.write("# Growing lists\n\n" + text)


if __name__ == "__main__":
    main()
