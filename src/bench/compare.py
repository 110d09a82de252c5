#!/usr/bin/env python3
"""
Measures Backstep and its rivals, interleaved, and prints what src/docs/speed.md shows: microseconds per update, how many times as
fast Backstep is, and how its cost grows.

One update is forward + backward + clipping at norm 5 + gradient descent with a rate of 1e-3, in doubles, on the same
sequence again and again. No speed is told of a contender whose gradients are not NumPy's.
"""

import argparse
import os
import pathlib
import statistics
import sys
import tempfile

import contenders
import problems
import tables

SIZES = ["27,32,12", "27,64,20", "27,128,25", "80,256,100", "80,512,200"]
GATED_SIZES = ["27,64,20", "27,128,25"]
GROWTH_H = [32, 64, 128, 256, 512]
GROWTH_T = [10, 100, 1000]
GROWTH_V = 27
SEED = 1
AGREES = 1e-12
WARM_UP = 0.5
WARM_UP_OF_JAVA = 2.0


class Measurements:
    """Microseconds per update of every contender, size and round, or by how much its gradients are off."""

    def __init__(self, who, seconds, folder):
        self.who, self.seconds, self.folder = who, seconds, folder
        self.times = {}
        self.off = {}
        self.reference = next((one for one in who if one.key == "tight"), None)

    def measure(self, chosen, sizes, rounds):
        for size in sizes:
            problem = self.folder / f"{size}.problem"
            problems.write(problem, size, SEED)
            right = self.right(problem, size)
            for number in range(rounds):
                print(f"{size}: round {number + 1} of {rounds}", file=sys.stderr, flush=True)
                for one in chosen:
                    self.once(one, problem, size, right)

    def right(self, problem, size):
        out = self.folder / "right"
        self.reference.run(problem, size, 0, 0, out)
        return problems.read(out, size)

    def once(self, one, problem, size, right):
        out = self.folder / "gradients"
        warm_up = WARM_UP_OF_JAVA if one.key == "ours" else WARM_UP
        took = one.run(problem, size, warm_up, self.seconds, out)
        off = problems.difference(problems.read(out, size), right, size)
        if off > AGREES:
            self.off[one.key, str(size)] = off
        self.times.setdefault((one.key, str(size)), []).append(took)

    def median(self, key, size):
        """None where there is none to tell."""
        cell = key, str(size)
        return statistics.median(self.times[cell]) if cell in self.times and cell not in self.off else None

    def ratios(self, rival, size):
        """The speed of Backstep as a multiple of a rival's, round by round."""
        if self.median("ours", size) is None or self.median(rival, size) is None:
            return []
        return [theirs / ours for ours, theirs in zip(self.times["ours", str(size)], self.times[rival, str(size)])]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="forks of each contender (5)")
    parser.add_argument("--seconds", type=float, default=1.5, help="that each is timed for in a round (1.5)")
    parser.add_argument("--sizes", nargs="+", default=SIZES, metavar="V,H,T", help=" ".join(SIZES))
    parser.add_argument("--only", default="", metavar="KEYS", help="of c,openblas,tight,seed,torch, beside ours")
    parser.add_argument("--tables", choices=["speed", "growth", "gated", "all"], default="all")
    parser.add_argument("--python", action="append", help="an interpreter to look for NumPy and PyTorch in")
    parser.add_argument("--no-build", action="store_true", help="target/backstep is there already")
    parser.add_argument(
        "--quick", action="store_true", help="a smoke test: one round of 0.1 s; the numbers mean nothing"
    )
    parser.add_argument("--write", action="store_true", help="put it into src/docs/speed.md, where it stood before")
    chosen = parser.parse_args()
    if chosen.quick:
        chosen.rounds, chosen.seconds = 1, 0.1
    try:
        chosen.sizes = [problems.Size(size) for size in chosen.sizes]
    except ValueError as refused:
        parser.error(str(refused))
    return chosen


def chosen_of(who, only):
    keys = {key for key in only.split(",") if key}
    unknown = keys - {one.key for one in who}
    if unknown:
        sys.exit(f"no contender is called {', '.join(sorted(unknown))}; there are {', '.join(one.key for one in who)}")
    return [one for one in who if not keys or one.key == "ours" or one.key in keys]


def main():
    asked = arguments()
    who = contenders.everybody(asked.no_build, asked.python)
    chosen = chosen_of(who, asked.only)
    if who[3].missing:
        sys.exit("NumPy is not installed, with which all gradients are compared; without it no speed is told")
    if os.getloadavg()[0] > 0.5:
        print(f"the machine is busy: its load is {os.getloadavg()[0]:.1f}", file=sys.stderr)
    able = [one for one in chosen if not one.missing]
    parts = [tables.conditions(chosen, asked)]
    with tempfile.TemporaryDirectory() as folder:
        measured = Measurements(who, asked.seconds, pathlib.Path(folder))
        if asked.tables in ("speed", "all"):
            measured.measure(able, asked.sizes, asked.rounds)
            parts += [tables.times(measured, chosen, asked.sizes), tables.ratios(measured, chosen[1:], asked.sizes)]
        if asked.tables in ("gated", "all"):
            with_gates = [one for one in chosen if one.gated]
            sizes = [problems.Size(size, cell) for cell in problems.GATES for size in GATED_SIZES]
            measured.measure([one for one in with_gates if not one.missing], sizes, asked.rounds)
            parts += [
                "The same of cells with gates.",
                tables.times(measured, with_gates, sizes),
                tables.ratios(measured, with_gates[1:], sizes),
            ]
        if asked.tables in ("growth", "all"):
            grid = [[problems.Size(f"{GROWTH_V},{H},{T}") for T in GROWTH_T] for H in GROWTH_H]
            measured.measure(who[:1], sum(grid, []), min(asked.rounds, 3))
            parts.append(tables.growth(measured, grid))
    tables.publish("\n\n".join(parts), asked.write)


if __name__ == "__main__":
    main()
