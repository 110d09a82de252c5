"""Whether compare.py tells no speed of a contender that computes something else.

    python3 src/test/python/check_compare.py

Contenders that write what they are told to stand in for the real ones; one has one wrong digit.
"""

import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "bench"))

import compare  # noqa: E402
import problems  # noqa: E402
import tables  # noqa: E402

SIZE = problems.Size("3,2,4")
COUNT = sum(SIZE.parameters())


class StandIn:
    """Writes gradients of 1, 2, 3 …, the second one off by so much."""

    missing = None

    def __init__(self, key, off, took):
        self.key, self.title, self.off, self.took = key, key, off, took

    def run(self, problem, size, warm_up, seconds, out):
        gradients = problems.array.array("d", range(1, COUNT + 1))
        gradients[1] += self.off
        with open(out, "wb") as opened:
            problems.little_endian(gradients).tofile(opened)
        return self.took


def measured(off):
    who = [StandIn("ours", 0, 10.0), StandIn("tight", 0, 40.0), StandIn("torch", off, 70.0)]
    with tempfile.TemporaryDirectory() as folder:
        measurements = compare.Measurements(who, 0.1, pathlib.Path(folder))
        measurements.measure(who, [SIZE], 3)
    return tables.times(measurements, who, [SIZE]) + tables.ratios(measurements, who[1:], [SIZE])


def need(is_right, what):
    if not is_right:
        sys.exit(f"compare.py: {what}")


same = measured(1e-13)
need("| torch | 70.0 |" in same, f"no speed is told of one that agrees:\n{same}")
need("4.00 (4.00 … 4.00) | 7.00 (7.00 … 7.00)" in same, f"the ratios are not theirs over ours:\n{same}")
for off in (1e-10, float("nan"), float("inf")):
    other = measured(off)
    need("70.0" not in other and "7.00" not in other, f"a speed is told with gradients off by {off}:\n{other}")
    need("gradients off by" in other, f"it is not said that gradients are off by {off}:\n{other}")
    need("| tight | 40.0 |" in other, f"nothing is told of the one that agrees:\n{other}")
document = tables.DOCUMENT.read_text(encoding="utf-8")
need(tables.BEGIN in document.partition(tables.END)[0], f"{tables.DOCUMENT.name} has no place for the tables")
print("compare.py tells no speed of a contender that computes something else")
