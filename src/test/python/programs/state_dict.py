"""The parameters of torch.nn.RNN and a linear layer in a dict, as a state dict, and NumPy for the rest."""

import sys

import numpy as np

WRONG = "wrong" in sys.argv
rng = np.random.default_rng(17)
size, hidden, length = 9, 6, 8
state_dict = {
    "rnn.weight_ih_l0": 0.4 * rng.standard_normal((hidden, size)),
    "rnn.weight_hh_l0": 0.4 * rng.standard_normal((hidden, hidden)),
    "rnn.bias_ih_l0": 0.1 * rng.standard_normal(hidden),
    "rnn.bias_hh_l0": 0.1 * rng.standard_normal(hidden),
    "fc.weight": 0.4 * rng.standard_normal((size, hidden)),
    "fc.bias": 0.1 * rng.standard_normal(size),
}


def backward(state_dict, x, y, h0):
    w_ih, w_hh, fc = (state_dict[k] for k in ("rnn.weight_ih_l0", "rnn.weight_hh_l0", "fc.weight"))
    bias = state_dict["rnn.bias_ih_l0"] + state_dict["rnn.bias_hh_l0"]
    states, odds = [h0], []
    for t in range(len(x)):
        states.append(np.tanh(w_ih[:, x[t]] + w_hh @ states[-1] + bias))
        score = np.exp(fc @ states[-1] + state_dict["fc.bias"])
        odds.append(score / score.sum())
    loss = -sum(np.log(p[i]) for p, i in zip(odds, y))
    grads = {name: np.zeros_like(value) for name, value in state_dict.items()}
    later = np.zeros(hidden)
    for t in reversed(range(len(x))):
        error = odds[t].copy()
        error[y[t]] -= 1
        grads["fc.weight"] += np.outer(error, states[t + 1])
        grads["fc.bias"] += error
        delta = (fc.T @ error + (0 if WRONG else later)) * (1 - states[t + 1] ** 2)
        grads["rnn.weight_ih_l0"][:, x[t]] += delta
        grads["rnn.weight_hh_l0"] += np.outer(delta, states[t])
        grads["rnn.bias_ih_l0"] += delta
        grads["rnn.bias_hh_l0"] += delta
        later = w_hh.T @ delta
    # backstep.check(**locals())
    return loss, grads, states[-1]


def main(updates=6):
    h0 = 0.2 * rng.standard_normal(hidden)
    for _ in range(updates):
        ids = rng.integers(0, size, length + 1)
        loss, grads, h0 = backward(state_dict, ids[:-1], ids[1:], h0)
        for name in state_dict:
            state_dict[name] -= 0.1 * grads[name]


if __name__ == "__main__":
    main()
