"""What the contenders in Python share: the call PROBLEM V H T WARM_UP SECONDS GRADIENTS, the problem and the clock."""

import sys
import time

import numpy as np

CLIP = 5.0
LEARNING_RATE = 1e-3


class Problem:
    """Weights W1 (V,H), W2 (H,H), W3 (V,H), bh (H), bo (V), and the T ids read and to be predicted."""

    def __init__(self, file, V, H, T):
        numbers = np.fromfile(file, "<f8")
        shapes = [(V, H), (H, H), (V, H), (H,), (V,), (T,), (T,)]
        ends = np.cumsum([int(np.prod(shape)) for shape in shapes])
        if numbers.size != ends[-1]:
            sys.exit(f"{file} has {numbers.size} numbers; it must have {ends[-1]}")
        parts = np.split(numbers, ends[:-1])
        parts = [part.reshape(shape).copy() for part, shape in zip(parts, shapes)]
        self.V, self.H, self.T = V, H, T
        self.weights = parts[:5]
        self.x, self.y = (ids.astype(np.int64) for ids in parts[5:])


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
    contender(problem) gives two functions: one that returns the five gradients, and one that makes an update.
    """
    file, V, H, T, warm_up, seconds, out = sys.argv[1:8]
    gradients, update = contender(Problem(file, int(V), int(H), int(T)))
    np.concatenate([np.ravel(g) for g in gradients()]).astype("<f8").tofile(out)
    timed(update, float(warm_up))
    print(*timed(update, float(seconds)))
