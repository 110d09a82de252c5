"""
What the contenders in Python share: the call PROBLEM V H T WARM_UP SECONDS GRADIENTS, the problem and the clock. For
cells with gates there is a CELL before it.
"""

import sys
import time

import numpy as np

CLIP = 5.0
LEARNING_RATE = 1e-3


GATES = {"lstm": 4, "gru": 3}
BIASES = {"lstm": 4, "gru": 4}


class Problem:
    """
    Weights W1 (V,H), W2 (H,H), W3 (V,H), bh (H), bo (V), with W1, W2 and a bias for each gate where there are gates, and
    the T ids read and to be predicted.
    """

    def __init__(self, cell, file, V, H, T):
        numbers = np.fromfile(file, "<f8")
        matrices = GATES.get(cell, 1) * [(V, H), (H, H)] + [(V, H)]
        weights = matrices + BIASES.get(cell, 1) * [(H,)] + [(V,)]
        shapes = weights + [(T,), (T,)]
        ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
        if numbers.size != ends[-1]:
            sys.exit(f"{file} has {numbers.size} numbers; it must have {ends[-1]}")
        parts = np.split(numbers, ends[:-1])
        parts = [part.reshape(shape).copy() for part, shape in zip(parts, shapes)]
        self.cell, self.V, self.H, self.T = cell, V, H, T
        self.weights = parts[: len(weights)]
        self.x, self.y = (ids.astype(np.int64) for ids in parts[len(weights) :])

    def stacked(self):
        """W1 (V,kH), W2 (H,kH), W3, the k biases (kH) and what is left of them, bo; k gates stand side by side."""
        gates = GATES[self.cell]
        W1, W2 = (np.hstack(self.weights[first : 2 * gates : 2]) for first in (0, 1))
        W3, *biases, bo = self.weights[2 * gates :]
        return W1, W2, W3, np.concatenate(biases[:gates]), np.concatenate([np.empty(0)] + biases[gates:]), bo

    def apart(self, dW1, dW2, dW3, b, more, dbo):
        """The gradients of the weights as they were read."""
        gates = GATES[self.cell]
        pairs = zip(np.hsplit(dW1, gates), np.hsplit(dW2, gates))
        return [each for pair in pairs for each in pair] + [dW3, b, more, dbo]


def descend(weights, gradients):
    """Clips by the global norm and goes one step, in place."""
    norm = np.sqrt(sum(np.vdot(g, g) for g in gradients))
    step = LEARNING_RATE * min(1.0, CLIP / norm)
    for weight, gradient in zip(weights, gradients):
        weight -= step * gradient


def timed(update, seconds):
    began = time.perf_counter()
    updates = 0
    while True:
        update()
        updates += 1
        took = time.perf_counter() - began
        if took >= seconds:
            return updates, took


def compete(contender):
    """
    contender(problem) gives two functions: one that returns the gradients, and one that makes an update.
    """
    *cell, file, V, H, T, warm_up, seconds, out = sys.argv[1:]
    gradients, update = contender(Problem(*(cell or ["vanilla"]), file, int(V), int(H), int(T)))
    np.concatenate([np.ravel(g) for g in gradients()]).astype("<f8").tofile(out)
    timed(update, float(warm_up))
    print(*timed(update, float(seconds)))
