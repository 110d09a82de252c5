"""backstep.py: programs in six dialects, each right and with a wrong line, watched and checked.

    python3 src/test/python/check_python_side.py target/backstep/bin/backstep

The programs in the folder beside know nothing of Backstep; where they say "# backstep.check" the
line is put in that a user would put there.
"""

import contextlib
import importlib.util
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
PYTHON_SIDE = HERE.parents[1] / "main" / "python" / "backstep.py"
sys.path.insert(0, str(PYTHON_SIDE.parent))

import backstep  # noqa: E402

# Program, the function with the backward pass, the fault that is in it with the word "wrong".
PROGRAMS = [
    ("rows", lambda module: module.train_step, "h-not-squared"),
    ("min_char_rnn", lambda module: module.lossFun, "missing-transpose"),
    ("uvw", lambda module: module.RecurrentNet.bptt, "h-for-hprev"),
    ("coursera", lambda module: module.rnn_backward, "missing-transpose"),
    ("names", lambda module: module.optimize, "h-for-hprev"),
    ("d2l", lambda module: module.gradients, "no-tanh-derivative"),
    ("state_dict", lambda module: module.backward, "no-later-dh"),
]
HOOK = "# backstep.check(**locals())"


def load(name, wrong, source=None, **more):
    """A program as a module of its own."""
    path = HERE / "programs" / (name + ".py")
    spec = importlib.util.spec_from_file_location(name, str(path))
    module = importlib.util.module_from_spec(spec)
    module.__dict__.update(more)
    code = compile(source or path.read_text(encoding="utf-8"), str(path), "exec")
    exec(code, module.__dict__)
    module.WRONG = wrong
    return module


def judged(name, about, code, faults, fault):
    """Whether a verdict is the one that is due."""
    about = (name, about, code, faults)
    assert code == (0 if fault is None else 1), about
    assert fault is None or faults == [fault], about
    return True


def check_watched(name, function, fault):
    read = []
    for expected in (None, fault):
        module = load(name, wrong=expected is not None)
        weights = id(module)
        with backstep.watch(function(module), print=False) as seen:
            module.main(3)
        assert len(seen.verdicts) == 3 and id(module) == weights
        read.append(judged(name, "watch", seen.verdict.code, seen.verdict.faults, expected))
    return all(read)


def check_line(name, function, fault):
    """check(**locals()) where a user puts it."""
    path = HERE / "programs" / (name + ".py")
    source = path.read_text(encoding="utf-8")
    assert source.count(HOOK) == 1, name
    called = source.replace(HOOK, "VERDICTS.append(backstep.check(**locals()))")
    verdicts = []
    module = load(name, True, called, backstep=backstep, VERDICTS=verdicts)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        module.main(1)
    (verdict,) = verdicts
    assert verdict.text.strip() in printed.getvalue()
    return judged(name, "check", verdict.code, verdict.faults, fault)


def watch_file(path, *options):
    return subprocess.run(
        [sys.executable, "-B", str(PYTHON_SIDE), "--watch", str(path), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=dict(os.environ, PYTHONIOENCODING="utf-8"),
        timeout=120,
    )


def check_file(name, function, fault):
    """The whole file, which in the case of min_char_rnn never ends by itself."""
    run = watch_file(HERE / "programs" / (name + ".py"), "--", "wrong")
    faults = [line.split()[2].rstrip(":") for line in run.stdout.splitlines() if line.startswith("This is ")]
    assert not run.stderr, (name, run.stderr)
    return judged(name, run.stdout, run.returncode, faults, fault)


def kept(**values):
    return backstep._Kept.of(values)


def check_what_is_stacked():
    step = lambda t: np.full((3, 1), float(t))
    of = kept(hs={t: step(t) for t in (2, 1, 0, -1)}, xs={0: step(0), 2: step(2)}, inputs=[4, 0, 2])
    assert of.arrays["hs"].shape == (4, 3, 1)
    assert of.arrays["hs"][:, 0, 0].tolist() == [-1, 0, 1, 2], "the state before comes first"
    assert any(note.startswith("hs: ") and "row 0 is t = -1" in note for note in of.notes), of.notes
    assert of.left_out["xs"] == "is a dict of timesteps, of which some are missing"
    assert of.arrays["inputs"].dtype.kind == "i" and of.arrays["inputs"].tolist() == [4, 0, 2]

    rows = [step(t) for t in (2, 1, 0)]
    assert kept(dhs=rows, dh=step(0)).arrays["dhs"][:, 0, 0].tolist() == [0, 1, 2], "from its end"
    assert kept(dhs=rows[::-1], dh=step(0)).arrays["dhs"][:, 0, 0].tolist() == [0, 1, 2]
    assert "order" in kept(dhs=rows).left_out["dhs"], "nothing tells where the list begins"
    assert kept(hs=rows).arrays["hs"][:, 0, 0].tolist() == [2, 1, 0], "a forward pass fills from t = 0"

    of = kept(file=np.ones(2), text="abc", chars=["a", "b"], net=np, cache=[(1, {}), 2], odd=[1, [2, 3]])
    assert set(of.arrays) == {"file", "chars"} and set(of.left_out) == {"cache", "odd"}, vars(of)
    of = kept(c=np.ones(2) * 1j, o=np.array([None]), e=np.zeros(0), big=2**70, n=np.float64(3))
    assert set(of.arrays) == {"n"} and set(of.left_out) == {"c", "o", "e", "big"}, vars(of)

    square, wide = np.ones((4, 4)), np.ones((4, 6))
    weights = dict(Waa=square, dWaa=square + 1, Wax=wide, dWax=wide + 1)
    first = kept(X=[None, 5, 0], **weights).arrays["X"]
    assert first.shape == (3, 6) and not first[0].any() and first[1, 5] == 1 == first[2, 0]
    assert kept(X=[None, 5, 0]).left_out["X"] == "begins with None"


def check_dicts_of_names():
    weights = {"W1": np.ones((3, 2)), "bh": np.ones(2)}
    of = kept(params=weights, grads={k: v * 2 for k, v in weights.items()}, mem={k: v * 3 for k, v in weights.items()})
    assert set(of.arrays) == {"W1", "bh", "dW1", "dbh"} and of.arrays["dW1"][0, 0] == 2
    assert "mem['W1']" in of.left_out, of.left_out
    of = kept(params=weights, gradients={"d" + k: v * 2 for k, v in weights.items()})
    assert of.arrays["dW1"][0, 0] == 2 and of.arrays["W1"][0, 0] == 1
    of = kept(params=weights, params_after={k: v - 1 for k, v in weights.items()})
    assert of.arrays["params_after.W1"][0, 0] == 0, of.arrays


class Tensor:
    """What is asked of a tensor of PyTorch."""

    def __init__(self, values, grad=None, is_leaf=True):
        self.values, self.is_leaf = np.asarray(values), is_leaf
        self._grad = grad

    @property
    def grad(self):
        assert self.is_leaf, "to ask another tensor for its gradient is warned of"
        return self._grad

    shape = property(lambda self: self.values.shape)

    def detach(self):
        return Tensor(self.values)

    def cpu(self):
        return self

    def clone(self):
        return Tensor(self.values.copy())

    def numpy(self):
        return self.values


class Module:
    def __init__(self, **parameters):
        self.parameters = parameters

    def named_parameters(self):
        return self.parameters.items()


def check_tensors():
    net = Module(**{"rnn.weight_hh_l0": Tensor(np.ones((2, 2)), Tensor(np.zeros((2, 2))))})
    of = kept(net=net, loss=Tensor(3.5, is_leaf=False), h0=Tensor(np.ones(2), Tensor(np.ones(2))))
    names = {"rnn.weight_hh_l0", "rnn.weight_hh_l0.grad", "loss", "h0", "h0.grad"}
    assert set(of.arrays) == names and of.arrays["loss"] == 3.5, of.arrays
    rnn, fc = Module(weight_hh_l0=Tensor(np.ones((2, 2)))), Module(weight=Tensor(np.ones((3, 2))))
    assert set(kept(rnn=rnn, fc=fc).arrays) == {"rnn.weight_hh_l0", "fc.weight"}
    assert "torch" not in sys.modules


def check_what_is_watched(folder):
    """Weights, states and arguments as they were; gradients and rows as they are at the end."""
    seen, W = {}, np.full((3, 3), 5.0)

    def step(x, h0, h, out, dU):
        local = W
        out[:] = 7
        dU[:] = 2
        dW = np.full((3, 3), 2.0)
        h = np.tanh(h + 1)
        local -= 0.5 * dW
        W_before = local
        h0[:] = 9
        x = None
        return dW, W_before, x

    code = backstep._code_of(step)
    take = lambda call, frame, result: seen.update(backstep._caught(call.before, frame, result)[0].arrays)
    hook = backstep._Hook(lambda each: each is code, take)
    hook.start()
    try:
        step(np.arange(4), np.zeros(3), np.ones(3), np.zeros((4, 3)), np.zeros((3, 2)))
    finally:
        hook.stop()
    assert hook.failure is None, hook.failure
    assert seen["W"][0, 0] == 5, "the weights from before the update"
    assert not {"local", "W_before"} & set(seen), "by one name"
    assert (seen["h0"] == 0).all() and (seen["h"] == 1).all(), "the states that it began with"
    assert seen["x"].tolist() == [0, 1, 2, 3], "an argument that was bound to something else"
    assert (seen["dU"] == 2).all() and (seen["out"] == 7).all(), "what is filled in place is a result"
    assert (seen["dW"] == 2).all()

    told = []
    previous = lambda frame, event, argument: told.append(event)
    module = load("rows", False)
    sys.setprofile(previous)
    try:
        with backstep.watch(module.train_step, print=False) as seen:
            module.main(1)
        assert sys.getprofile() is previous and "call" in told
        try:
            with backstep.watch(module.train_step):
                raise KeyError("of the program")
        except KeyError:
            pass
        assert sys.getprofile() is previous, "also when what is watched raises"
    finally:
        sys.setprofile(None)
    assert seen.verdict.right and seen.calls[0].arrays["W1"].shape == (10, 7)

    for wrong in (len, (n for n in [1])):
        try:
            backstep.watch(wrong)
        except TypeError:
            continue
        raise AssertionError(wrong)
    try:
        with backstep.watch(module.train_step):
            pass
    except backstep.BackstepError as e:
        assert "was not called" in str(e)
    else:
        raise AssertionError("nothing was called")

    def raises(W, dW):
        raise ValueError("of the program")

    try:
        with backstep.watch(raises):
            with contextlib.suppress(ValueError):
                raises(np.ones((2, 2)), np.ones((2, 2)))
    except backstep.BackstepError as e:
        assert "ended with an exception" in str(e), "an exception is no return"
    else:
        raise AssertionError("an exception was taken for a return")


class Named:
    """Its methods call themselves by another name than self."""

    def __init__(net):
        draw = np.random.default_rng(4).normal
        net.U, net.W, net.V = draw(0, 0.5, (5, 7)), draw(0, 0.5, (5, 5)), draw(0, 0.5, (7, 5))

    def step(net, x, y, wrong):
        hs, es, loss = [np.zeros(5)], [], 0
        for i, j in zip(x, y):
            hs.append(np.tanh(net.U[:, i] + net.W @ hs[-1]))
            p = np.exp(net.V @ hs[-1])
            p /= p.sum()
            loss -= np.log(p[j])
            es.append(p - np.eye(7)[j])
        net.dU, net.dW, net.dV = (np.zeros_like(each) for each in (net.U, net.W, net.V))
        later = np.zeros(5)
        for t in reversed(range(len(x))):
            net.dV += np.outer(es[t], hs[t + 1])
            da = (1 - hs[t + 1] ** 2) * (net.V.T @ es[t] + later)
            net.dU[:, x[t]] += da
            net.dW += np.outer(da, hs[t])
            later = (net.W if wrong else net.W.T) @ da
        if len(x) == 1:
            raise ValueError("too short")
        return loss


def check_objects():
    """A method whose first argument is not called self, and an object that is given by a name."""
    net, x, y = Named(), [1, 2, 3, 4, 1, 0], [2, 3, 4, 1, 0, 5]
    for wrong, fault in ((False, []), (True, ["missing-transpose"])):
        with backstep.watch(net.step, print=False) as seen:
            loss = net.step(x, y, wrong)
        assert seen.verdict.faults == fault, seen.verdict
        given = backstep.check(net=net, x=x, y=y, loss=loss, _print=False)
        assert given.faults == fault and "Of net: U, V, W, dU, dV, dW." in given.notes, given
    for values, why in (([1], "ended with an exception"), ([], "was not called in this thread")):
        try:
            with backstep.watch(net.step):
                with contextlib.suppress(ValueError):
                    [net.step([each], [0], False) for each in values]
        except backstep.BackstepError as e:
            assert "step %s within the block" % why in str(e), e
        else:
            raise AssertionError(why)


def check_tests(folder):
    """assert_right, strict, and where the .npz may stay."""
    module = load("rows", True)
    try:
        with backstep.watch(module.train_step, print=False, strict=True, save=str(folder / "kept")):
            module.main(2)
    except AssertionError as e:
        assert "This is h-not-squared" in str(e), e
    else:
        raise AssertionError("strict")
    names = sorted(file.name for file in (folder / "kept").iterdir())
    assert names == ["train_step-1.npz", "train_step-2.npz"], names
    arrays = dict(np.load(str(folder / "kept" / "train_step-1.npz")))
    try:
        backstep.assert_right(**arrays)
    except AssertionError as e:
        assert "should be" in str(e) and "train_step" not in str(e), e
    else:
        raise AssertionError("assert_right")
    few = {name: arrays[name] for name in ("W1", "bh", "x")}
    verdict = backstep.check(few, _print=False, _save=str(folder / "few.npz"))
    assert verdict.code == 2 and not verdict and "W2" in verdict.text, verdict.text
    assert sorted(np.load(str(folder / "few.npz")).files) == ["W1", "bh", "x"]
    right = load("rows", False)
    with backstep.watch(right.train_step, print=False) as seen:
        right.main(1)
    assert backstep.assert_right(seen.calls[0].arrays).code == 0
    try:
        backstep.check(seen.calls[0].arrays, _program=str(folder / "missing" / "backstep"))
    except backstep.BackstepError as e:
        assert "cannot be started" in str(e), e
    else:
        raise AssertionError("a program that is not there")


TRAINS_WITHIN = '''
import numpy as np
rng = np.random.default_rng(1)
def train(W, steps):
    for _ in range(steps):
        b, db = np.ones(3), np.ones(3)
        dW = rng.standard_normal(W.shape)
        W -= 0.1 * dW
    return dW
train(rng.standard_normal((3, 3)), %d)
'''

SWALLOWS = '''
import numpy as np
def backward(W, b):
    dW, db = W * 0, b * 0
    return dW, db
while True:
    try:
        backward(np.ones((3, 3)), np.ones(3))
    except Exception:
        pass
'''

CALLS_CHECK = '''
import backstep, numpy as np
print(backstep.check(W1=np.ones((3, 2)), x=[1, 2], _print=False).right)
'''


def check_files(folder):
    """What is said of files in which nothing can be judged, or that end badly."""

    def run(source, *options):
        path = folder / "mine.py"
        path.write_text(source, encoding="utf-8")
        return watch_file(path, *options)

    within = run(TRAINS_WITHIN % 4)
    assert within.returncode == 2 and "train changes its weights while it runs" in within.stderr, within
    asked = run(TRAINS_WITHIN % 4, "--function", "train", "--out", str(folder / "asked"))
    assert asked.returncode == 0 and not asked.stderr, asked
    assert (folder / "asked" / "train-1.npz").is_file()
    missing = run(TRAINS_WITHIN % 1, "--function", "trains")
    assert missing.returncode == 2 and "no function trains that returned" in missing.stderr

    swallowed = run(SWALLOWS, "--out", str(folder / "swallowed"), "--calls", "2")
    assert swallowed.returncode == 0, "an endless file is stopped in spite of its except Exception"
    told = json.loads((folder / "swallowed" / "calls.json").read_text())
    assert [each["file"] for each in told["calls"]] == ["backward-1.npz", "backward-2.npz"], told

    called = run(CALLS_CHECK, "--out", str(folder / "called"))
    assert called.returncode == 0, called
    assert np.load(str(folder / "called" / "check-1.npz"))["x"].tolist() == [1, 2]

    failed = run("import numpy\nraise KeyError('mine')\n")
    assert failed.returncode == 2 and "KeyError" in failed.stderr, failed
    assert "ended with KeyError" in failed.stderr
    broken = run("def f(:\n")
    assert broken.returncode == 2 and "no Python that can be run" in broken.stderr, broken
    gone = watch_file(folder / "gone.py")
    assert gone.returncode == 2 and "cannot be read" in gone.stderr, gone
    wrong = run("", "--calls", "0")
    assert wrong.returncode == 2 and "--calls is 0; it must be a whole number from 1" in wrong.stderr


def check_order(folder):
    """Cells within a pass: the pass comes first, and which calls are parts of which is said."""
    run = watch_file(HERE / "programs" / "coursera.py", "--out", str(folder / "cells"), "--calls", "2")
    assert run.returncode == 0, run
    calls = json.loads((folder / "cells" / "calls.json").read_text())["calls"]
    assert [each["function"] for each in calls[:2]] == ["rnn_backward"] * 2, calls
    assert calls[0]["calls"] == 7 and calls[2]["within"] == calls[0]["file"], calls
    run = watch_file(HERE / "programs" / "names.py", "--out", str(folder / "names"), "--calls", "3")
    calls = json.loads((folder / "names" / "calls.json").read_text())["calls"]
    assert [each["function"] for each in calls[:4]] == ["rnn_backward"] * 3 + ["rnn_step_backward"], calls
    cells = [np.load(str(folder / "names" / each["file"])) for each in calls[3:]]
    assert len(cells) == 3, "of the cells that add to what others have begun only the first of a pass"
    assert all(np.allclose(each["dWya"], each["dy"] @ each["a"].T) for each in cells)
    assert np.load(str(folder / "names" / "rnn_backward-1.npz"))["X"].shape == (8, 15)
    a_pass = np.load(str(folder / "cells" / calls[0]["file"]))
    assert a_pass["dWax"].shape == a_pass["Wax"].shape == (6, 3) and a_pass["da"].shape == (6, 4, 7)


def check_finding(folder, program):
    """Beside the folder share that it stands in; the printed file is the one that is shipped."""
    share = folder / "there" / "share" / "python"
    share.mkdir(parents=True)
    (folder / "there" / "bin").mkdir()
    (share / "backstep.py").write_bytes(PYTHON_SIDE.read_bytes())
    name = "backstep.bat" if os.name == "nt" else "backstep"
    (folder / "there" / "bin" / name).write_text("")
    found = "import backstep; print(backstep._program()[0])"
    environment = {k: v for k, v in os.environ.items() if k != "BACKSTEP"}
    run = lambda **more: subprocess.run(
        [sys.executable, "-B", "-c", found], cwd=str(share), env=dict(environment, **more),
        stdout=subprocess.PIPE, encoding="utf-8", check=True,
    ).stdout.strip()  # fmt: skip
    assert run() == str((folder / "there" / "bin" / name).resolve()), run()
    assert run(BACKSTEP="java -jar there.jar") == "java"
    printed = subprocess.run(program + ["python"], stdout=subprocess.PIPE, check=True).stdout
    assert printed == PYTHON_SIDE.read_bytes()


def main():
    given = sys.argv[1] if len(sys.argv) > 1 else "target/backstep/bin/backstep"
    os.environ["BACKSTEP"] = os.path.abspath(given)
    sys.argv[1:] = []
    check_what_is_stacked()
    check_dicts_of_names()
    check_tensors()
    check_objects()
    for check in (check_what_is_watched, check_tests, check_files, check_order):
        with tempfile.TemporaryDirectory() as name:
            check(pathlib.Path(name))
    with tempfile.TemporaryDirectory() as name:
        check_finding(pathlib.Path(name), [os.environ["BACKSTEP"]])
    read = []
    for program in PROGRAMS:
        ways = {way(*program) for way in (check_watched, check_line, check_file)}
        assert len(ways) == 1, program
        read += [program[0]] if ways == {True} else []
    print("backstep.py judged %d of %d programs: %s" % (len(read), len(PROGRAMS), ", ".join(read)))


if __name__ == "__main__":
    main()
