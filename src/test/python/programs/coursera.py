"""A layer in the names of Coursera's courses: columns, a batch, caches, a gradient from above."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
rng = np.random.default_rng(11)


def rnn_cell_forward(xt, a_prev, parameters):
    Wax, Waa, Wya = parameters["Wax"], parameters["Waa"], parameters["Wya"]
    a_next = np.tanh(Waa @ a_prev + Wax @ xt + parameters["ba"])
    odds = np.exp(Wya @ a_next + parameters["by"])
    return a_next, odds / odds.sum(axis=0), (a_next, a_prev, xt, parameters)


def rnn_forward(x, a0, parameters):
    caches, a_next = [], a0
    a = np.zeros((a0.shape[0], x.shape[1], x.shape[2]))
    for t in range(x.shape[2]):
        a_next, _, cache = rnn_cell_forward(x[:, :, t], a_next, parameters)
        a[:, :, t] = a_next
        caches.append(cache)
    return a, (caches, x)


def rnn_cell_backward(da_next, cache):
    a_next, a_prev, xt, parameters = cache
    dz = (1 - a_next**2) * da_next
    return {
        "dxt": parameters["Wax"].T @ dz,
        "dWax": dz @ xt.T,
        "da_prev": (parameters["Waa"] if WRONG else parameters["Waa"].T) @ dz,
        "dWaa": dz @ a_prev.T,
        "dba": dz.sum(axis=1, keepdims=True),
    }


def rnn_backward(da, caches):
    caches, x = caches
    a1, a0, x1, parameters = caches[0]
    Wax, Waa, ba = parameters["Wax"], parameters["Waa"], parameters["ba"]
    dx = np.zeros(x.shape)
    dWax, dWaa, dba = np.zeros(Wax.shape), np.zeros(Waa.shape), np.zeros(ba.shape)
    da_prevt = np.zeros(a0.shape)
    for t in reversed(range(x.shape[2])):
        cell = rnn_cell_backward(da[:, :, t] + da_prevt, caches[t])
        dx[:, :, t], da_prevt = cell["dxt"], cell["da_prev"]
        dWax += cell["dWax"]
        dWaa += cell["dWaa"]
        dba += cell["dba"]
    da0 = da_prevt
    # backstep.check(**locals())
    return {"dx": dx, "da0": da0, "dWax": dWax, "dWaa": dWaa, "dba": dba}


def main(updates=6):
    parameters = {
        "Wax": 0.4 * rng.standard_normal((6, 3)),
        "Waa": 0.4 * rng.standard_normal((6, 6)),
        "Wya": 0.4 * rng.standard_normal((2, 6)),
        "ba": 0.1 * rng.standard_normal((6, 1)),
        "by": 0.1 * rng.standard_normal((2, 1)),
    }
    for _ in range(updates):
        x, a0 = rng.standard_normal((3, 4, 7)), rng.standard_normal((6, 4))
        a, caches = rnn_forward(x, a0, parameters)
        gradients = rnn_backward(rng.standard_normal(a.shape), caches)
        for name in ("Wax", "Waa", "ba"):
            parameters[name] -= 0.05 * gradients["d" + name]


if __name__ == "__main__":
    main()
