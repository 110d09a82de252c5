"""Three small NumPy programs, each written as people write it in its dialect.

They know nothing of Backstep. A fault is one changed line.
"""

import numpy as np

V, H, T = 11, 6, 8


def softmax(z):
    p = np.exp(z - z.max())
    return p / p.sum()


def one_hot(ids):
    return np.eye(V)[ids]


def in_rows(W1, W2, W3, bh, bo, h0, x, y, fault=None):
    """Row vectors, as in the project: x_t W1 + h W2."""
    T = len(x)
    H_all, O_all = np.zeros((T, len(bh)), W1.dtype), np.zeros((T, len(bo)), W1.dtype)
    h = h0
    for t in range(T):
        h = np.tanh(W1[x[t]] + h @ W2 + bh)
        H_all[t], O_all[t] = h, softmax(W3 @ h + bo)
    loss = -np.log(O_all[np.arange(T), y])
    if fault == "states-share-one-buffer":
        H_all[:] = H_all[-1]
    if fault == "stale-H":
        H_all, O_all = np.zeros_like(H_all), np.zeros_like(O_all)

    out = dict(H=H_all, O=O_all, loss=loss)
    for name in ("e", "dh", "dtanh", "dh_prev"):
        out[name] = np.zeros((T, len(bo) if name == "e" else len(bh)), W1.dtype)
    dW1, dW2, dW3 = np.zeros_like(W1), np.zeros_like(W2), np.zeros_like(W3)
    dbh, dbo = np.zeros_like(bh), np.zeros_like(bo)
    later, count = np.zeros_like(bh), 0
    for t in reversed(range(T)):
        h, h_prev = H_all[t], H_all[t - 1] if t > 0 else h0
        if fault == "h-wraps-around":
            h_prev = H_all[t - 1]
        target = y[t - 1] if fault == "target-off-by-one-wraps-around" else y[t]
        if fault == "target-off-by-one":
            target = y[t - 1] if t > 0 else x[0]

        e = O_all[t].copy()
        e[target] -= 1
        if fault == "softmax-twice":
            e *= O_all[t] * (1 - O_all[t])
        if fault == "one-index-e":
            e = np.where(np.arange(len(e)) == target, e, 0)
        if fault == "loss-at-last-step-only" and t < T - 1:
            e[:] = 0
        if fault == "averaged-by-T":
            e /= T

        dh = e @ W3 + later
        if fault == "no-later-dh":
            dh = e @ W3
        if fault == "no-output-dh" and t < T - 1:
            dh = later

        slope = 1 - h**2
        if fault == "no-tanh-derivative":
            slope = 1
        if fault == "tanh-twice":
            slope = 1 - np.tanh(h) ** 2
        if fault == "tanh-of-previous-step":
            slope = 1 - h_prev**2
        if fault == "sigmoid-derivative":
            slope = h * (1 - h)
        if fault == "h-not-squared":
            slope = 1 - h
        dtanh = slope * dh
        if fault == "tanh-on-output-part-only":
            dtanh = slope * (e @ W3) + later

        dh_prev = dtanh @ W2.T
        if fault == "missing-transpose":
            dh_prev = dtanh @ W2
        if fault == "dhprev-skips-tanh":
            dh_prev = dh @ W2.T
        if fault == "dhprev-skips-W2":
            dh_prev = dtanh

        left, right = h_prev, dtanh
        if fault == "h-for-hprev":
            left = h
        if fault == "dhprev-for-hprev":
            left = dh_prev
        if fault == "outer-product-transposed":
            left, right = dtanh, h_prev
        if fault == "skips-t0" and t == 0:
            left = 0 * h
        dW2 = np.outer(left, right) + (0 if fault == "assign-not-add-W2" else dW2)
        if fault == "assign-not-add-W1":
            dW1[:] = 0
        dW1[x[t]] += dtanh
        dW3 = np.outer(e, h_prev if fault == "W3-from-previous-state" else h) + (
            0 if fault == "assign-not-add-W3" else dW3
        )
        if fault == "assign-not-add-bh":
            dbh = dtanh.copy()
        elif fault == "lost-accumulation":
            dbh + dtanh
        else:
            dbh += dh if fault == "dbh-from-dh" else dtanh
        dbo += e
        out["e"][t], out["dh"][t], out["dtanh"][t], out["dh_prev"][t] = e, dh, dtanh, dh_prev

        count += 1
        if fault == "accumulate-dh-later":
            later = later + dh_prev
        elif fault == "one-step-only" and count > 1:
            later = np.zeros_like(later)
        else:
            later = dh_prev
    out.update(dW1=dW1, dW2=dW2, dW3=dW3, dbh=dbh, dbo=dbo)
    return out


def min_char_rnn(Wxh, Whh, Why, bh, by, hprev, inputs, targets, fault=None, clip=None):
    """Columns and dictionaries, one loop forward and one back."""
    xs, hs, ps, loss = {}, {-1: hprev}, {}, 0
    for t in range(len(inputs)):
        xs[t] = np.zeros((len(by), 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(Wxh @ xs[t] + Whh @ hs[t - 1] + bh)
        ps[t] = softmax(Why @ hs[t] + by)
        loss += -np.log(ps[t][targets[t], 0])
    dWxh, dWhh, dWhy = np.zeros_like(Wxh), np.zeros_like(Whh), np.zeros_like(Why)
    dbh, dby, dhnext = np.zeros_like(bh), np.zeros_like(by), np.zeros_like(hprev)
    dhs, dhraws = {}, {}
    for t in reversed(range(len(inputs))):
        dy = np.copy(ps[t])
        dy[targets[t]] -= 1
        if fault == "sign":
            dy = -dy
        dWhy += dy @ (hs[t - 1] if fault == "W3-from-previous-state" else hs[t]).T
        dby += dy
        dh = Why.T @ dy + (0 if fault == "no-later-dh" else dhnext)
        dhraw = dh if fault == "no-tanh-derivative" else (1 - hs[t] * hs[t]) * dh
        dbh += dh if fault == "dbh-from-dh" else dhraw
        dWxh += dhraw @ xs[t].T
        h_prev = hs[t] if fault == "h-for-hprev" else hs[t - 1]
        dWhh += h_prev @ dhraw.T if fault == "outer-product-transposed" else dhraw @ h_prev.T
        dhnext = Whh @ dhraw if fault == "missing-transpose" else Whh.T @ dhraw
        dhs[t], dhraws[t] = dh, dhraw
    if clip:
        for grad in (dWxh, dWhh, dWhy, dbh, dby):
            np.clip(grad, -clip, clip, out=grad)
    steps = range(len(inputs))
    return dict(
        hs=np.array([hs[t] for t in steps]),
        ps=np.array([ps[t] for t in steps]),
        dhs=np.array([dhs[t] for t in steps]),
        dhraws=np.array([dhraws[t] for t in steps]),
        loss=loss,
        **{"dWxh": dWxh, "dWhh": dWhh, "dWhy": dWhy, "dbh": dbh, "dby": dby},
    )


def like_torch(p, x, y, h0, fault=None, mean=False):
    """torch.nn.RNN and a linear layer in float32: W_ih (H,V), two biases, gradients as .grad."""
    W_ih, W_hh, W_out = p["rnn.weight_ih_l0"], p["rnn.weight_hh_l0"], p["fc.weight"]
    b = p["rnn.bias_ih_l0"] + p["rnn.bias_hh_l0"]
    states, outputs = [h0], []
    for t in range(len(x)):
        states.append(np.tanh(W_ih[:, x[t]] + W_hh @ states[-1] + b))
        outputs.append(softmax(W_out @ states[-1] + p["fc.bias"]))
    grads = {name: np.zeros_like(value) for name, value in p.items()}
    later = np.zeros_like(h0)
    for t in reversed(range(len(x))):
        e = outputs[t].copy()
        e[y[t]] -= 1
        if mean:
            e /= len(x)
        dh = W_out.T @ e + (0 if fault == "no-later-dh" else later)
        da = dh if fault == "no-tanh-derivative" else (1 - states[t + 1] ** 2) * dh
        grads["fc.weight"] += np.outer(e, states[t + 1])
        grads["fc.bias"] += e
        grads["rnn.weight_ih_l0"][:, x[t]] += da
        grads["rnn.weight_hh_l0"] += np.outer(da, states[t + 1 if fault == "h-for-hprev" else t])
        grads["rnn.bias_ih_l0"] += da
        grads["rnn.bias_hh_l0"] += da
        later = W_hh @ da if fault == "missing-transpose" else W_hh.T @ da
    losses = [-np.log(outputs[t][y[t]]) for t in range(len(x))]
    loss = np.mean(losses) if mean else np.sum(losses)
    return dict(loss=loss, **{name + ".grad": grad for name, grad in grads.items()})
