"""Three small NumPy programs, each with and without a fault, judged by "backstep check".

    python3 src/test/python/check_numpy_programs.py target/backstep/bin/backstep

Each program is written as people write it in its dialect, and knows nothing of Backstep. A fault is
one changed line. What is saved with np.savez must be judged rightly, and the fault be named.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

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
        target = y[t - 1] if fault == "target-wraps-around" else y[t]
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


IN_ROWS = """missing-transpose dhprev-for-hprev h-for-hprev no-later-dh no-output-dh one-step-only
accumulate-dh-later no-tanh-derivative tanh-twice tanh-of-previous-step sigmoid-derivative
h-not-squared tanh-on-output-part-only dhprev-skips-tanh dhprev-skips-W2 outer-product-transposed dbh-from-dh
W3-from-previous-state assign-not-add-W1 assign-not-add-W2 assign-not-add-W3 assign-not-add-bh
lost-accumulation skips-t0 h-wraps-around softmax-twice one-index-e target-wraps-around target-off-by-one
loss-at-last-step-only states-share-one-buffer stale-H averaged-by-T""".split()
IN_COLUMNS = """missing-transpose no-later-dh no-tanh-derivative dbh-from-dh h-for-hprev
outer-product-transposed W3-from-previous-state""".split()
LIKE_TORCH = "missing-transpose no-later-dh no-tanh-derivative h-for-hprev".split()


def parameters(rng):
    return dict(
        W1=0.4 * rng.standard_normal((V, H)),
        W2=0.4 * rng.standard_normal((H, H)),
        W3=0.4 * rng.standard_normal((V, H)),
        bh=0.1 * rng.standard_normal(H),
        bo=0.1 * rng.standard_normal(V),
    )


def cases():
    """Name, arrays, the fault to be named (None: all right), and what else was done."""
    rng = np.random.default_rng(7)
    ours = parameters(rng)
    x, y, h0 = rng.integers(0, V, T), rng.integers(0, V, T), 0.5 * rng.standard_normal(H)
    given = dict(ours, x=x, y=y, h0=h0)

    right = in_rows(**given)
    yield "rows", dict(given, **right), None, "none"
    yield "rows-one-hot", dict(given, **right, x=one_hot(x), y=one_hot(y).T[None]), None, "none"
    yield "rows-fortran", dict(given, **{k: np.asfortranarray(v) for k, v in right.items()}), None, "none"
    half = {k: v.astype(np.float16) if v.dtype == float else v for k, v in given.items()}
    computed = in_rows(**half)
    yield "rows-half", dict(half, **computed), None, "none"
    assert all(v.dtype == np.float16 for k, v in computed.items() if k[1:] in ours)
    wrong = in_rows(**half, fault="missing-transpose")
    yield "rows-half-wrong", dict(half, **wrong), "missing-transpose", "none"
    states = np.concatenate([h0[None], right["H"]])
    yield "rows-h0-first", dict({**given, **right}, H=states), None, "none"
    late = dict({**given, **right}, H=np.roll(states, -1, axis=0))
    del late["h0"]
    yield "rows-h0-last", late, None, "none"
    hot = dict({**given, **right}, x=one_hot(x)[None], y=one_hot(y)[:, :, None])
    yield "rows-one-hot-axes", hot, None, "none"
    yield "rows-sign-of-one", dict({**given, **right}, dW2=-right["dW2"]), "", "sign-of-one"
    zeros = in_rows(**dict(given, h0=np.zeros(H)))
    yield "rows-zero-state", dict(given, **zeros), "", "zero-state"
    unsaid = dict({**given, **right})
    del unsaid["h0"]
    yield "rows-other-state", unsaid, "", "other-state"
    for fault in IN_ROWS:
        yield "rows-" + fault, dict(given, **in_rows(**given, fault=fault)), fault, "none"
        totals = {k: v for k, v in in_rows(**given, fault=fault).items() if k[1:] in ours}
        yield "totals-" + fault, dict(given, **totals), fault, "none"

    columns = dict(
        Wxh=ours["W1"].T.copy(), Whh=ours["W2"].T.copy(), Why=ours["W3"],
        bh=ours["bh"][:, None], by=ours["bo"][:, None],
        hprev=h0[:, None], inputs=x, targets=y,
    )  # fmt: skip
    yield "columns", dict(columns, **min_char_rnn(**columns)), None, "none"
    for fault in IN_COLUMNS:
        yield "columns-" + fault, dict(columns, **min_char_rnn(**columns, fault=fault)), fault, "none"
    yield "columns-sign", dict(columns, **min_char_rnn(**columns, fault="sign")), "", "sign"
    yield "columns-clip", dict(columns, **min_char_rnn(**columns, clip=0.5)), "", "entries-clipped"
    both = min_char_rnn(**columns, fault="missing-transpose", clip=0.5)
    yield "columns-both", dict(columns, **both), "missing-transpose", "entries-clipped"

    torch = {
        "rnn.weight_ih_l0": ours["W1"].T, "rnn.weight_hh_l0": ours["W2"].T,
        "rnn.bias_ih_l0": 0.7 * ours["bh"], "rnn.bias_hh_l0": 0.3 * ours["bh"],
        "fc.weight": ours["W3"], "fc.bias": ours["bo"],
    }  # fmt: skip
    torch = {name: value.astype(np.float32) for name, value in torch.items()}
    state = h0.astype(np.float32)
    sequence = dict(x=x, y=y, h0=state[None, None])
    yield "torch", dict(torch, **sequence, **like_torch(torch, x, y, state)), None, "none"
    mean = like_torch(torch, x, y, state, mean=True)
    yield "torch-mean", dict(torch, **sequence, **mean), None, "none"
    del mean["loss"]
    yield "torch-mean-unsaid", dict(torch, **sequence, **mean), "averaged-by-T", "none"
    for fault in LIKE_TORCH:
        wrong = like_torch(torch, x, y, state, fault, mean=True)
        yield "torch-" + fault, dict(torch, **sequence, **wrong), fault, "none"

    zero = dict(given, h0=np.zeros(H))
    yield "hidden-skips-t0", dict(zero, **in_rows(**zero, fault="skips-t0")), None, "none"
    previous = in_rows(**dict(given, x=y, y=x))
    kept = {k: v + previous[k] if k[1:] in ours else v for k, v in right.items()}
    yield "rows-no-reset", dict(given, **kept), "no-reset", "not-cleared"


def judge(backstep, folder):
    expected = {}
    for name, arrays, fault, twist in cases():
        np.savez(folder / (name + ".npz"), **arrays)
        expected[str(folder / (name + ".npz"))] = (name, fault, twist)
    run = subprocess.run(
        [backstep, "check", "--json", *expected], capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 1, (run.returncode, run.stderr)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(expected), run.stderr
    return [(expected[answer["file"]], answer) for answer in answers]


def check_verdicts(backstep, folder):
    named = set()
    for (name, fault, twist), answer in judge(backstep, folder):
        found = answer["diagnosis"]["explanations"] if answer["verdict"] != "refused" else []
        about = "%s: %s" % (name, answer.get("reason") or answer["diagnosis"]["sentence"])
        assert answer["verdict"] == ("agrees" if fault is None else "differs"), about
        if fault is None:
            continue
        assert found and found[0]["twist"] == twist, about
        assert fault in ([""] + [id for each in found for id in each["faults"]]), about
        assert answer["verdict"] == "agrees" or answer["firstWrong"], about
        named.add(fault)
    assert len(named - {""}) >= 20, sorted(named)
    return len(named - {""})


def check_exit_codes(backstep, folder):
    run = lambda name: subprocess.run([backstep, "check", folder / name], capture_output=True)
    assert run("rows.npz").returncode == 0
    assert run("rows-tanh-twice.npz").returncode == 1
    (folder / "text.npz").write_text("no zip")
    np.savez(folder / "pickled.npz", W1=np.array([{}], dtype=object))
    for bad in ("text.npz", "pickled.npz", "missing.npz"):
        refused = run(bad)
        assert refused.returncode == 2 and len(refused.stderr.splitlines()) == 1, (bad, refused)


def check_trace(backstep, folder):
    """What "backstep trace" writes is what the program in rows computes."""
    for fault in (None, "missing-transpose", "h-for-hprev"):
        out = folder / "out.npz"
        named = ["--fault", fault] if fault else []
        command = [backstep, "trace", "--params", folder / "rows.npz", "--out", out, *named]
        subprocess.run(command, check=True)
        traced, given = np.load(out), np.load(folder / "rows.npz")
        computed = in_rows(**{k: given[k] for k in "W1 W2 W3 bh bo h0 x y".split()}, fault=fault)
        for name, array in computed.items():
            assert traced[name].shape == array.shape, (name, traced[name].shape)
            assert np.allclose(traced[name], array, rtol=0, atol=1e-12), (fault, name)
        assert traced["dh0"].shape == (H,) and traced["dxt"].shape == (T, V)


def main():
    backstep = sys.argv[1] if len(sys.argv) > 1 else "target/backstep/bin/backstep"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        count = check_verdicts(backstep, folder)
        check_exit_codes(backstep, folder)
        check_trace(backstep, folder)
    print("backstep check named %d different faults in three dialects" % count)


if __name__ == "__main__":
    main()
