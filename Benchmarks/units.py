#!/usr/bin/env python3
"""Measures `sapxep units`: how long a million unit names take, no two of them alike, on one processor.

The names are those of communes, their bodies, schools, centres and offices as lists write them: in capitals, without
accents, abbreviated, with their district or without, one in twenty with a typing error. The whole process counts: the
tables are loaded, the names read and the answers written.
Usage: units.py [--names N] [--pipeline NAME] [--runs N] [--write FILE]
"""
import argparse
import csv
import os
import platform
import random
import statistics
import subprocess
import time
import unicodedata

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
WORK = os.path.join(ROOT, ".build-bench")
SAPXEP = os.path.join(ROOT, ".build", "release", "sapxep")
LEVELS = {"commune": ("xã", "X."), "ward": ("phường", "P."), "township": ("thị trấn", "TT."), "district": ("huyện", "H.")}
BODIES = ["", "UBND ", "HĐND ", "Đảng ủy ", "UBMTTQ ", "Hội Nông dân ", "Công chức ", "Văn phòng HĐND và UBND "]
SCHOOLS = ["Trường Mầm non", "Trường MN", "Trường Tiểu học", "TH", "Trường THCS", "PTDTBT THCS", "Trường TH&THCS"]
PEOPLE = ["Hoa Ban", "Kim Đồng", "Sơn Ca", "Võ Nguyên Giáp", "Trần Can", "số 1", "số 2", ""]
OFFICES = ["Phòng Nội vụ", "Phòng GD&ĐT", "Thanh tra", "TT DVNN", "TT VH-TT-TH", "Ban QLDA các công trình", "TT GDNN-GDTX"]


def table(pipeline, name):
    with open(os.path.join(ROOT, "Pipelines", pipeline, "units", name), encoding="utf-8") as file:
        return list(csv.DictReader(file))


def plain(text):
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def mistyped(text, chance):
    place = chance.randrange(1, len(text))
    return text[:place] + chance.choice(["", chance.choice("abcdeghiklmnopqrstuvxy")]) + text[place + 1:]


def names(pipeline, count):
    """So many names, each once; the same for the same count."""
    chance = random.Random(1)
    districts = {row["district"]: row["name"] for row in table(pipeline, "old-districts.csv")}
    communes = table(pipeline, "old-communes.csv")
    seen = set()
    while len(seen) < count:
        commune = chance.choice(communes)
        level, short = LEVELS[commune["kind"]]
        district = districts[commune["district"]]
        place = chance.choice([f"{level} {commune['name']}", f"{short} {commune['name']}"])
        kind = chance.random()
        if kind < 0.6:
            name = chance.choice(BODIES) + place
        elif kind < 0.85:
            name = f"{chance.choice(SCHOOLS)} {chance.choice(PEOPLE)} {chance.choice(['', place])}"
        else:
            name = chance.choice(OFFICES)
        joint = chance.choice([", ", " - ", " – ", " thuộc "])
        name += chance.choice(["", joint + district, joint + district[0].lower() + district[1:]])
        name = chance.choice([str, str, str.upper, plain])(name)
        if chance.random() < 0.05:
            name = mistyped(name, chance)
        name = chance.choice(["", "", "Đơn vị: ", f"{chance.randrange(1, 99)}. "]) + name + chance.choice(["", "", ".", " "])
        if name not in seen:
            seen.add(name)
            yield name


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--pipeline", default="dien-bien")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--write", help="also write the table to this Markdown file")
    arguments = parser.parse_args()

    os.makedirs(WORK, exist_ok=True)
    path = os.path.join(WORK, f"units-{arguments.pipeline}-{arguments.names}.txt")
    if not os.path.exists(path):
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(name + "\n" for name in names(arguments.pipeline, arguments.names))
    figures = []
    for _ in range(arguments.runs):
        for source in (path, os.devnull):
            begin = time.monotonic()
            with open(source, "rb") as file:
                process = subprocess.Popen(
                    [SAPXEP, "units", arguments.pipeline], cwd=ROOT, stdin=file, stdout=subprocess.DEVNULL)
                _, status, usage = os.wait4(process.pid, 0)
            assert os.waitstatus_to_exitcode(status) == 0
            figures.append((source, time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    lines = [
        f"{arguments.names:,} distinct unit names, pipeline {arguments.pipeline}; {arguments.runs} interleaved runs, medians;",
        f"{os.cpu_count()} processors, {platform.system()} {platform.release()}, {time.strftime('%Y-%m-%d')}.",
        "",
        "| what | wall s | CPU s | peak MiB | names/s |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for label, source in (("`sapxep units`, all of it", path), ("of that: loading the tables", os.devnull)):
        wall, cpu, memory = (statistics.median(f[i] for f in figures if f[0] == source) for i in (1, 2, 3))
        speed = f"{arguments.names / cpu:,.0f}" if source == path else ""
        lines.append(f"| {label} | {wall:.2f} | {cpu:.2f} | {memory:.0f} | {speed} |")
    text = "\n".join(lines) + "\n"
    print(text)
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write("# Measured\n\n`make bench`: " + text)


if __name__ == "__main__":
    main()
