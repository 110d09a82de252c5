"""Row vectors in a batch with a softmax head, in the names of "Dive into Deep Learning"."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
rng = np.random.default_rng(13)
size, hiddens, batch, length = 12, 7, 3, 8


def init_params():
    normal = lambda *shape: 0.4 * rng.standard_normal(shape)
    return [normal(size, hiddens), normal(hiddens, hiddens), np.zeros(hiddens), normal(hiddens, size), np.zeros(size)]


def rnn(inputs, state, params):
    W_xh, W_hh, b_h, W_hq, b_q = params
    outputs, states = [], []
    for X_t in inputs:
        state = np.tanh(X_t @ W_xh + state @ W_hh + b_h)
        odds = np.exp(state @ W_hq + b_q)
        states.append(state)
        outputs.append(odds / odds.sum(axis=1, keepdims=True))
    return np.stack(outputs), np.stack(states)


def gradients(X, Y, state, params):
    """Those of the mean cross entropy of all characters."""
    W_xh, W_hh, b_h, W_hq, b_q = params
    outputs, states = rnn(X, state, params)
    T, N = Y.shape
    steps, rows = np.indices((T, N))
    loss = -np.log(outputs[steps, rows, Y]).mean()
    dZ = outputs.copy()
    dZ[steps, rows, Y] -= 1
    dZ /= T * N
    dW_xh, dW_hh, dW_hq = np.zeros_like(W_xh), np.zeros_like(W_hh), np.zeros_like(W_hq)
    db_h, db_q, later = np.zeros_like(b_h), np.zeros_like(b_q), np.zeros_like(state)
    for t in reversed(range(T)):
        dh = dZ[t] @ W_hq.T + later
        da = dh if WRONG else dh * (1 - states[t] ** 2)
        dW_hq += states[t].T @ dZ[t]
        db_q += dZ[t].sum(axis=0)
        dW_xh += X[t].T @ da
        dW_hh += (states[t - 1] if t else state).T @ da
        db_h += da.sum(axis=0)
        later = da @ W_hh.T
    # backstep.check(**locals())
    return loss, [dW_xh, dW_hh, db_h, dW_hq, db_q], states[-1]


def main(updates=6):
    params, state = init_params(), 0.2 * rng.standard_normal((batch, hiddens))
    for _ in range(updates):
        ids = rng.integers(0, size, (length + 1, batch))
        X, Y = np.eye(size)[ids[:-1]], ids[1:]
        loss, grads, state = gradients(X, Y, state, params)
        for param, grad in zip(params, grads):
            param -= 0.5 * grad


if __name__ == "__main__":
    main()
