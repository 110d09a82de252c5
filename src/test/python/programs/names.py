"""A model of names, as courses write it: the first input is None, and one function forward, back and updates."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
rng = np.random.default_rng(19)
letters, n_a = 15, 8


def rnn_forward(X, Y, a0, parameters):
    x, a, y_hat, loss = {}, {-1: np.copy(a0)}, {}, 0
    for t in range(len(X)):
        x[t] = np.zeros((letters, 1))
        if X[t] is not None:
            x[t][X[t]] = 1
        a[t] = np.tanh(parameters["Wax"] @ x[t] + parameters["Waa"] @ a[t - 1] + parameters["b"])
        odds = np.exp(parameters["Wya"] @ a[t] + parameters["by"])
        y_hat[t] = odds / odds.sum()
        loss -= np.log(y_hat[t][Y[t], 0])
    return loss, (y_hat, a, x)


def rnn_step_backward(dy, gradients, parameters, x, a, a_prev):
    gradients["dWya"] += dy @ a.T
    gradients["dby"] += dy
    da = parameters["Wya"].T @ dy + gradients["da_next"]
    daraw = (1 - a * a) * da
    gradients["db"] += daraw
    gradients["dWax"] += daraw @ x.T
    gradients["dWaa"] += daraw @ (a if WRONG else a_prev).T
    gradients["da_next"] = parameters["Waa"].T @ daraw
    return gradients


def rnn_backward(X, Y, parameters, cache):
    y_hat, a, x = cache
    gradients = {"d" + name: np.zeros_like(value) for name, value in parameters.items()}
    gradients["da_next"] = np.zeros_like(a[0])
    for t in reversed(range(len(X))):
        dy = np.copy(y_hat[t])
        dy[Y[t]] -= 1
        gradients = rnn_step_backward(dy, gradients, parameters, x[t], a[t], a[t - 1])
    return gradients, a


def update_parameters(parameters, gradients, rate):
    for name in parameters:
        parameters[name] -= rate * gradients["d" + name]


def optimize(X, Y, a_prev, parameters, learning_rate=0.05):
    loss, cache = rnn_forward(X, Y, a_prev, parameters)
    gradients, a = rnn_backward(X, Y, parameters, cache)
    # backstep.check(**locals())
    update_parameters(parameters, gradients, learning_rate)
    return loss, gradients, a[len(X) - 1]


def main(updates=6):
    parameters = {
        "Wax": 0.3 * rng.standard_normal((n_a, letters)),
        "Waa": 0.3 * rng.standard_normal((n_a, n_a)),
        "Wya": 0.3 * rng.standard_normal((letters, n_a)),
        "b": np.zeros((n_a, 1)),
        "by": np.zeros((letters, 1)),
    }
    a_prev = 0.2 * rng.standard_normal((n_a, 1))
    for _ in range(updates):
        name = rng.integers(1, letters, 7).tolist()
        loss, gradients, a_prev = optimize([None] + name, name + [0], a_prev, parameters)


if __name__ == "__main__":
    main()
