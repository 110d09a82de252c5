"""
NumPy cell by cell, as one writes it from the equations: one-hot columns in arrays of (1, V, T), np.dot for every
product, the input's gradient too.
"""

import numpy as np

from contender import compete, descend


def one_hot(ids, V):
    columns = np.zeros((1, V, len(ids)))
    columns[0, ids, np.arange(len(ids))] = 1
    return columns


def cell_by_cell(problem):
    V, H, T = problem.V, problem.H, problem.T
    W1, W2, W3, bh, bo = weights = problem.weights

    def forward(X, states, outputs):
        h = np.zeros((1, H))
        for t in range(T):
            h = np.tanh(np.dot(X[:, :, t], W1) + np.dot(h, W2) + bh)
            logits = np.dot(h, W3.T) + bo
            o = np.exp(logits - np.max(logits))
            states[:, :, t] = h
            outputs[:, :, t] = o / np.sum(o)

    def backward_cell(x, h_before, h, e, dh_later):
        dh = np.dot(e, W3) + dh_later
        dtanh = (1 - h**2) * dh
        dx = np.dot(dtanh, W1.T)
        shares = (np.dot(x.T, dtanh), np.dot(h_before.T, dtanh), np.dot(e.T, h), dtanh.sum(axis=0), e.sum(axis=0))
        return dx, np.dot(dtanh, W2.T), shares

    def gradients():
        X, Y = one_hot(problem.x, V), one_hot(problem.y, V)
        states, outputs = np.zeros((1, H, T)), np.zeros((1, V, T))
        forward(X, states, outputs)
        totals = [np.zeros_like(weight) for weight in weights]
        dh_later = np.zeros((1, H))
        loss = 0.0
        for t in reversed(range(T)):
            h_before = states[:, :, t - 1] if t > 0 else np.zeros((1, H))
            e = np.copy(outputs[:, :, t])
            right = np.argmax(Y[:, :, t])
            loss -= np.log(e[0, right])
            e[0, right] -= 1
            _, dh_later, shares = backward_cell(X[:, :, t], h_before, states[:, :, t], e, dh_later)
            for total, share in zip(totals, shares):
                total += share
        gradients.loss = loss
        return totals

    return gradients, lambda: descend(weights, gradients())


compete(cell_by_cell)
