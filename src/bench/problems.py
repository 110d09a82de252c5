"""The input of all contenders, and whether they computed the same of it."""

import array
import random
import sys


VANILLA = "vanilla"
GATES = {"lstm": "ifgo", "gru": "rzn"}


class Size:
    """A cell, and V characters, H hidden units, T timesteps."""

    def __init__(self, text, cell=VANILLA):
        parts = text.split(",")
        if len(parts) != 3 or not all(part.isdigit() and int(part) > 0 for part in parts):
            raise ValueError(f"the size is '{text}'; it must be V,H,T, each a number above 0")
        self.cell = cell
        self.V, self.H, self.T = (int(part) for part in parts)

    def __str__(self):
        size = f"{self.V},{self.H},{self.T}"
        return size if self.cell == VANILLA else f"{self.cell} {size}"

    def matrices(self):
        """The sizes of W1 and W2, of every gate if there are any, and W3."""
        gates = len(GATES.get(self.cell, "1"))
        return gates * [self.V * self.H, self.H * self.H] + [self.V * self.H]

    def biases(self):
        """The sizes of bh or the biases of the gates, and of bo."""
        biases = {"gru": 4}.get(self.cell, len(GATES.get(self.cell, "1")))
        return biases * [self.H] + [self.V]

    def parameters(self):
        return self.matrices() + self.biases()


def write(file, size, seed):
    """Little-endian doubles: weights U(±1/√H), biases U(±0.1), then the ids to read and those to predict."""
    numbers = random.Random(seed)
    spread = size.H**-0.5
    values = array.array("d")
    limits = len(size.matrices()) * [spread] + len(size.biases()) * [0.1]
    for count, limit in zip(size.parameters(), limits):
        values.extend(numbers.uniform(-limit, limit) for _ in range(count))
    values.extend(numbers.randrange(size.V) for _ in range(2 * size.T))
    with open(file, "wb") as opened:
        little_endian(values).tofile(opened)


def read(file, size):
    values = array.array("d")
    with open(file, "rb") as opened:
        values.fromfile(opened, sum(size.parameters()))
    return little_endian(values)


def little_endian(values):
    if sys.byteorder == "big":
        values.byteswap()
    return values


def difference(gradients, right, size):
    """The largest difference of any entry, relative to the largest entry of its matrix; NaN is one."""
    worst = 0.0
    begin = 0
    for count in size.parameters():
        a, b = gradients[begin : begin + count], right[begin : begin + count]
        largest = max(map(abs, b))
        apart = max((abs(p - q) if p == p else float("inf")) for p, q in zip(a, b))
        worst = max(worst, apart / largest if apart > 0 else 0.0)
        begin += count
    return worst
