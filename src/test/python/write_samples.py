"""Writes the three files that My code offers as samples: python3 src/test/python/write_samples.py

Each is what a small NumPy program computes, saved under the names of its dialect. The second has
one line that is wrong.
"""

from pathlib import Path

import numpy as np

TO = Path(__file__).resolve().parents[2] / "main/resources/dev/backstep/ui/mycode/samples"


def softmax(z):
    p = np.exp(z - z.max(axis=-1, keepdims=True))
    return p / p.sum(axis=-1, keepdims=True)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def min_char_rnn():
    """One sequence of characters through a vanilla net of column vectors."""
    rng = np.random.default_rng(7)
    text = "hello, hello you"
    chars = sorted(set(text))
    ids = [chars.index(c) for c in text]
    inputs, targets = ids[:-1], ids[1:]
    V, H, T = len(chars), 10, len(inputs)
    Wxh, Whh, Why = (rng.normal(0, 0.5, s) for s in ((H, V), (H, H), (V, H)))
    bh, by, hprev = (rng.normal(0, 0.3, (n, 1)) for n in (H, V, H))
    h, hs, ps, loss = hprev, [], [], 0
    for i, target in zip(inputs, targets):
        h = np.tanh(Wxh[:, [i]] + Whh @ h + bh)
        p = softmax((Why @ h + by).T).T
        loss -= np.log(p[target, 0])
        hs.append(h)
        ps.append(p)
    dWxh, dWhh, dWhy, dbh, dby = (np.zeros_like(a) for a in (Wxh, Whh, Why, bh, by))
    kept = {name: np.zeros((T, n, 1)) for name, n in (("dys", V), ("dhs", H), ("dhraws", H))}
    later = np.zeros((H, 1))
    for t in reversed(range(T)):
        dy = ps[t].copy()
        dy[targets[t]] -= 1
        dh = Why.T @ dy + later
        dhraw = (1 - hs[t] ** 2) * dh
        dWhy += dy @ hs[t].T
        dby += dy
        dWxh[:, [inputs[t]]] += dhraw
        dWhh += dhraw @ (hs[t - 1] if t else hprev).T
        dbh += dhraw
        later = Whh.T @ dhraw
        kept["dys"][t], kept["dhs"][t], kept["dhraws"][t] = dy, dh, dhraw
    return dict(Wxh=Wxh, Whh=Whh, Why=Why, bh=bh, by=by, hprev=hprev, inputs=inputs,
                targets=targets, chars=np.array(chars), hs=np.array(hs), ps=np.array(ps),
                loss=loss, dWxh=dWxh, dWhh=dWhh, dWhy=dWhy, dbh=dbh, dby=dby, **kept)


def coursera_lstm_cell():
    """One timestep of ten examples; the gradient of the output gate has c in the place of tanh(c)."""
    rng = np.random.default_rng(11)
    n_x, n_a, m = 3, 5, 10
    xt, a_prev, c_prev = (rng.normal(size=(n, m)) for n in (n_x, n_a, n_a))
    W = {g: rng.normal(0, 0.6, (n_a, n_a + n_x)) for g in "fico"}
    b = {g: rng.normal(0, 0.4, (n_a, 1)) for g in "fico"}
    concat = np.concatenate((a_prev, xt))
    ft, it, ot = (sigmoid(W[g] @ concat + b[g]) for g in "fio")
    cct = np.tanh(W["c"] @ concat + b["c"])
    c_next = ft * c_prev + it * cct
    a_next = ot * np.tanh(c_next)
    da_next, dc_next = rng.normal(size=(n_a, m)), rng.normal(size=(n_a, m))
    dc = dc_next + da_next * ot * (1 - np.tanh(c_next) ** 2)
    d = dict(o=da_next * c_next * ot * (1 - ot), c=dc * it * (1 - cct ** 2),
             i=dc * cct * it * (1 - it), f=dc * c_prev * ft * (1 - ft))
    dconcat = sum(W[g].T @ d[g] for g in "fico")
    out = dict(xt=xt, a_prev=a_prev, c_prev=c_prev, da_next=da_next, dc_next=dc_next,
               a_next=a_next, c_next=c_next, ft=ft, it=it, cct=cct, ot=ot,
               da_prev=dconcat[:n_a], dxt=dconcat[n_a:], dc_prev=dc * ft)
    for g in "fico":
        out["W" + g], out["b" + g] = W[g], b[g]
        out["dW" + g], out["db" + g] = d[g] @ concat.T, d[g].sum(axis=1, keepdims=True)
    return out


def torch_lstm_padded():
    """Three sentences of different lengths, padded with 0, through an embedding and an LSTM."""
    rng = np.random.default_rng(5)
    V, D, H, lengths = 12, 4, 6, np.array([9, 5, 7])
    B, T = len(lengths), lengths.max()
    emb, w_ih, w_hh = (rng.normal(0, 0.5, s) for s in ((V, D), (4 * H, D), (4 * H, H)))
    b_ih, b_hh, fc, fc_bias = (rng.normal(0, 0.3, s) for s in (4 * H, 4 * H, (V, H), V))
    x = np.zeros((B, T), int)
    y = np.full((B, T), -100)
    for b, length in enumerate(lengths):
        ids = rng.integers(1, V, length + 1)
        x[b, :length], y[b, :length] = ids[:-1], ids[1:]
    out, count = np.zeros((B, T, H)), lengths.sum()
    grads = {k: np.zeros_like(a) for k, a in
             dict(emb=emb, w_ih=w_ih, w_hh=w_hh, b=b_ih, fc=fc, fc_bias=fc_bias).items()}
    loss = 0
    for b, length in enumerate(lengths):
        h, c, tape = np.zeros(H), np.zeros(H), []
        for t in range(length):
            e = emb[x[b, t]]
            i, f, g, o = np.split(w_ih @ e + b_ih + w_hh @ h + b_hh, 4)
            i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
            before, c_before = h, c
            c = f * c + i * g
            h = o * np.tanh(c)
            p = softmax(fc @ h + fc_bias)
            loss -= np.log(p[y[b, t]]) / count
            out[b, t] = h
            tape.append((e, i, f, g, o, before, c_before, c, h, p))
        dh, dc = np.zeros(H), np.zeros(H)
        for t in reversed(range(length)):
            e, i, f, g, o, before, c_before, c, h, p = tape[t]
            dp = p.copy()
            dp[y[b, t]] -= 1
            dp /= count
            dh = dh + fc.T @ dp
            dc = dc + dh * o * (1 - np.tanh(c) ** 2)
            da = np.concatenate((dc * g * i * (1 - i), dc * c_before * f * (1 - f),
                                 dc * i * (1 - g ** 2), dh * np.tanh(c) * o * (1 - o)))
            grads["fc"] += np.outer(dp, h)
            grads["fc_bias"] += dp
            grads["w_ih"] += np.outer(da, e)
            grads["w_hh"] += np.outer(da, before)
            grads["b"] += da
            grads["emb"][x[b, t]] += w_ih.T @ da
            dh, dc = w_hh.T @ da, dc * f
    return {"emb.weight": emb, "lstm.weight_ih_l0": w_ih, "lstm.weight_hh_l0": w_hh,
            "lstm.bias_ih_l0": b_ih, "lstm.bias_hh_l0": b_hh, "fc.weight": fc, "fc.bias": fc_bias,
            "x": x, "y": y, "lengths": lengths, "out": out, "loss": loss,
            "emb.weight.grad": grads["emb"], "lstm.weight_ih_l0.grad": grads["w_ih"],
            "lstm.weight_hh_l0.grad": grads["w_hh"], "lstm.bias_ih_l0.grad": grads["b"],
            "lstm.bias_hh_l0.grad": grads["b"], "fc.weight.grad": grads["fc"],
            "fc.bias.grad": grads["fc_bias"]}


if __name__ == "__main__":
    TO.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(TO / "min-char-rnn.npz", **min_char_rnn())
    np.savez_compressed(TO / "coursera-lstm-cell.npz", **coursera_lstm_cell())
    np.savez_compressed(TO / "pytorch-lstm-padded.npz", **torch_lstm_padded())
