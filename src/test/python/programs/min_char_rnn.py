"""A character model in the names of min-char-rnn: columns, dicts by t, weights that are globals."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
text = "the quick brown fox jumps over the lazy dog and the dog sleeps on. " * 3
chars = sorted(set(text))
index = {c: i for i, c in enumerate(chars)}
size, hidden, length, rate = len(chars), 11, 12, 0.02
rng = np.random.default_rng(5)
Wxh = 0.1 * rng.standard_normal((hidden, size))
Whh = 0.1 * rng.standard_normal((hidden, hidden))
Why = 0.1 * rng.standard_normal((size, hidden))
bh, by = np.zeros((hidden, 1)), np.zeros((size, 1))


def lossFun(inputs, targets, hprev):
    xs, hs, ps, loss = {}, {-1: hprev}, {}, 0
    for t, letter in enumerate(inputs):
        xs[t] = np.zeros((size, 1))
        xs[t][letter] = 1
        hs[t] = np.tanh(Wxh @ xs[t] + Whh @ hs[t - 1] + bh)
        odds = np.exp(Why @ hs[t] + by)
        ps[t] = odds / odds.sum()
        loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = (np.zeros_like(each) for each in (Wxh, Whh, Why))
    dbh, dby, dhnext = np.zeros_like(bh), np.zeros_like(by), np.zeros_like(hprev)
    for t in range(len(inputs) - 1, -1, -1):
        dy = ps[t].copy()
        dy[targets[t]] -= 1
        dWhy += dy @ hs[t].T
        dby += dy
        dh = Why.T @ dy + dhnext
        dhraw = (1 - hs[t] ** 2) * dh
        dbh += dhraw
        dWxh += dhraw @ xs[t].T
        dWhh += dhraw @ hs[t - 1].T
        dhnext = (Whh if WRONG else Whh.T) @ dhraw
    for gradient in (dWxh, dWhh, dWhy, dbh, dby):
        np.clip(gradient, -5, 5, out=gradient)
    # backstep.check(**locals())
    return loss, dWxh, dWhh, dWhy, dbh, dby, hs[len(inputs) - 1]


def main(updates=None):
    """As the original, it never ends unless it is told to."""
    memory = [np.zeros_like(each) for each in (Wxh, Whh, Why, bh, by)]
    at, done, hprev = 0, 0, np.zeros((hidden, 1))
    while updates is None or done < updates:
        if at + length + 1 > len(text):
            at, hprev = 0, np.zeros((hidden, 1))
        ids = [index[c] for c in text[at : at + length + 1]]
        loss, *gradients, hprev = lossFun(ids[:-1], ids[1:], hprev)
        for weight, gradient, sums in zip((Wxh, Whh, Why, bh, by), gradients, memory):
            sums += gradient * gradient
            weight -= rate * gradient / np.sqrt(sums + 1e-8)
        at, done = at + length, done + 1


if __name__ == "__main__":
    main()
