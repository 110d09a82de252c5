"""A class with U, V and W and no biases: the state before the sequence is the last row of s."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
rng = np.random.default_rng(8)


class RecurrentNet:
    def __init__(self, words, hidden):
        self.words, self.hidden = words, hidden
        self.U = rng.uniform(-0.4, 0.4, (hidden, words))
        self.V = rng.uniform(-0.4, 0.4, (words, hidden))
        self.W = rng.uniform(-0.4, 0.4, (hidden, hidden))

    def forward(self, x):
        s, o = np.zeros((len(x) + 1, self.hidden)), np.zeros((len(x), self.words))
        for t in range(len(x)):
            s[t] = np.tanh(self.U[:, x[t]] + self.W @ s[t - 1])
            odds = np.exp(self.V @ s[t])
            o[t] = odds / odds.sum()
        return o, s

    def bptt(self, x, y):
        o, s = self.forward(x)
        dLdU, dLdV, dLdW = np.zeros(self.U.shape), np.zeros(self.V.shape), np.zeros(self.W.shape)
        wrong_by = o.copy()
        wrong_by[np.arange(len(y)), y] -= 1
        later = np.zeros(self.hidden)
        for t in range(len(y))[::-1]:
            dLdV += np.outer(wrong_by[t], s[t])
            delta = (self.V.T @ wrong_by[t] + later) * (1 - s[t] ** 2)
            dLdW += np.outer(delta, s[t] if WRONG else s[t - 1])
            dLdU[:, x[t]] += delta
            later = self.W.T @ delta
        # backstep.check(**locals())
        return dLdU, dLdV, dLdW

    def sgd_step(self, x, y, rate):
        dLdU, dLdV, dLdW = self.bptt(x, y)
        self.U -= rate * dLdU
        self.V -= rate * dLdV
        self.W -= rate * dLdW


def main(updates=6):
    net = RecurrentNet(13, 6)
    for _ in range(updates):
        sentence = rng.integers(0, 13, 9)
        net.sgd_step(sentence[:-1], sentence[1:], 0.05)


if __name__ == "__main__":
    main()
