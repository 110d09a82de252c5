"""The NumPy programs of numpy_programs.py, each with and without a fault, judged by "backstep check".

    python3 src/test/python/check_numpy_programs.py target/backstep/bin/backstep

What is saved with np.savez must be judged rightly, and the fault be named.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

from numpy_programs import H, T, V, in_rows, like_torch, min_char_rnn, one_hot

IN_ROWS = """missing-transpose dhprev-for-hprev h-for-hprev no-later-dh no-output-dh one-step-only
accumulate-dh-later no-tanh-derivative tanh-twice tanh-of-previous-step sigmoid-derivative
h-not-squared tanh-on-output-part-only dhprev-skips-tanh dhprev-skips-W2 outer-product-transposed dbh-from-dh
W3-from-previous-state assign-not-add-W1 assign-not-add-W2 assign-not-add-W3 assign-not-add-bh
lost-accumulation skips-t0 h-wraps-around softmax-twice one-index-e target-off-by-one-wraps-around target-off-by-one
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
    yield "torch-mean-unsaid", dict(torch, **sequence, **mean), None, "none"
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
    for name, arrays, fault, change in cases():
        np.savez(folder / (name + ".npz"), **arrays)
        expected[str(folder / (name + ".npz"))] = (name, fault, change)
    run = subprocess.run(
        [backstep, "check", "--json", *expected], capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 1, (run.returncode, run.stderr)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(expected), run.stderr
    return [(expected[answer["file"]], answer) for answer in answers]


def check_verdicts(backstep, folder):
    named = set()
    for (name, fault, change), answer in judge(backstep, folder):
        found = answer["diagnosis"]["explanations"] if answer["verdict"] != "refused" else []
        about = "%s: %s" % (name, answer.get("reason") or answer["diagnosis"]["sentence"])
        assert answer["verdict"] == ("agrees" if fault is None else "differs"), about
        if fault is None:
            continue
        assert found and found[0]["twist"] == change, about
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
    """Checks that "backstep trace" writes what the program in rows computes."""
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
