"""The measurements as Markdown."""

import datetime
import os
import pathlib
import platform
import re
import statistics
import sys

DOCUMENT = pathlib.Path(__file__).resolve().parent.parent / "docs" / "speed.md"
BEGIN = "<!-- Written by src/bench/compare.py -->"
END = "<!-- So far by src/bench/compare.py -->"


def processor():
    try:
        named = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    except OSError:
        named = None
    return re.sub(r"\s+", " ", named.group(1)) if named else platform.processor()


def conditions(chosen, asked):
    versions = list(dict.fromkeys(one.version for one in chosen if one.version))
    load = f"load {os.getloadavg()[0]:.1f} at the start"
    forks = f"each {asked.rounds} × {asked.seconds:g} s"
    return (
        f"{datetime.date.today()}, {forks}, {os.cpu_count()} cores of {processor()}, {load}; "
        + ", ".join(versions)
        + "."
    )


def table(head, rows):
    lines = [head, ["---"] * len(head)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def short(number):
    """Three digits, as far as there are."""
    if number >= 100:
        return f"{number:.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def why_not(measured, one, size):
    if one.missing:
        return one.missing
    off = measured.off.get((one.key, str(size)))
    return "–" if off is None else f"gradients off by {off:.0e}"


def times(measured, chosen, sizes):
    rows = []
    for one in chosen:
        medians = [measured.median(one.key, size) for size in sizes]
        told = [why_not(measured, one, size) if m is None else short(m) for m, size in zip(medians, sizes)]
        rows.append([one.title] + told)
    return "Microseconds per update, medians:\n\n" + table(["V,H,T"] + [str(size) for size in sizes], rows)


def ratios(measured, rivals, sizes):
    rows = []
    for size in sizes:
        row = [str(size)]
        for one in rivals:
            each = measured.ratios(one.key, size)
            row.append(
                f"{short(statistics.median(each))} ({short(min(each))} … {short(max(each))})"
                if each
                else why_not(measured, one, size)
            )
        rows.append(row)
    told = "How many times as fast as each Backstep is, median of the rounds (smallest … largest):\n\n"
    return told + table(["V,H,T"] + ["vs " + one.title for one in rivals], rows)


def growth(measured, grid):
    rows = []
    for line in grid:
        medians = [measured.median("ours", size) for size in line]
        told = ["gradients off" if m is None else short(m) for m in medians]
        first, last = line[0], line[-1]
        linear = "–"
        if medians[0] is not None and medians[-1] is not None:
            linear = f"{medians[-1] / last.T / (medians[0] / first.T):.2f}"
        rows.append([str(first.H)] + told + [linear])
    head = ["H"] + [f"T = {size.T}" for size in grid[0]]
    head.append(f"a character at T = {grid[0][-1].T} against one at T = {grid[0][0].T}")
    told = f"How the cost of an update grows (Backstep alone, V = {grid[0][0].V}, microseconds, medians):\n\n"
    return told + table(head, rows)


def publish(text, is_for_document):
    """Prints it, and on request puts it between the two marks in src/docs/speed.md."""
    print(text)
    if not is_for_document:
        return
    document = DOCUMENT.read_text(encoding="utf-8")
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        sys.exit(f"src/docs/speed.md has no '{BEGIN}' with '{END}' after it; nothing was written")
    DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")
