"""A net in rows, in the names of Backstep: one function forward and back, the update inside it."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
V, H, T = 10, 7, 9
rng = np.random.default_rng(3)
params = {
    "W1": 0.4 * rng.standard_normal((V, H)),
    "W2": 0.4 * rng.standard_normal((H, H)),
    "W3": 0.4 * rng.standard_normal((V, H)),
    "bh": np.zeros(H),
    "bo": np.zeros(V),
}


def train_step(params, x, y, h0, rate=0.05):
    W1, W2, W3, bh, bo = (params[name] for name in ("W1", "W2", "W3", "bh", "bo"))
    steps = len(x)
    H, O = np.zeros((steps, len(bh))), np.zeros((steps, len(bo)))
    h, loss = h0, 0.0
    for t in range(steps):
        h = np.tanh(W1[x[t]] + h @ W2 + bh)
        z = W3 @ h + bo
        H[t], O[t] = h, np.exp(z) / np.exp(z).sum()
        loss -= np.log(O[t, y[t]])

    dW1, dW2, dW3 = np.zeros_like(W1), np.zeros_like(W2), np.zeros_like(W3)
    dbh, dbo, later = np.zeros_like(bh), np.zeros_like(bo), np.zeros_like(bh)
    dhs, dtanhs = {}, {}
    for t in reversed(range(steps)):
        before = H[t - 1] if t > 0 else h0
        e = O[t].copy()
        e[y[t]] -= 1
        dh = e @ W3 + later
        dtanh = (1 - H[t] if WRONG else 1 - H[t] ** 2) * dh
        dW3 += np.outer(e, H[t])
        dW2 += np.outer(before, dtanh)
        dW1[x[t]] += dtanh
        dbh += dtanh
        dbo += e
        later = dtanh @ W2.T
        dhs[t], dtanhs[t] = dh, dtanh

    # backstep.check(**locals())
    for name, gradient in zip(params, (dW1, dW2, dW3, dbh, dbo)):
        params[name] -= rate * gradient
    h0[:] = H[-1]
    return loss


def main(updates=6):
    state = 0.3 * rng.standard_normal(H)
    for _ in range(updates):
        ids = rng.integers(0, V, T + 1)
        train_step(params, ids[:-1], ids[1:], state)


if __name__ == "__main__":
    main()
