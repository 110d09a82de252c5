"""The numbers of PyTorch itself, saved by the lines of the help page, judged by "backstep check".

    python3 src/test/python/check_torch_programs.py target/backstep/bin/backstep

Each net is torch.nn.RNN and a linear layer, one step trained by autograd, so that everything is
right unless something is done with the gradients afterwards.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np
import torch
from torch import nn
from torch.nn.functional import one_hot

V, H, T = 11, 6, 8
MESSAGES = pathlib.Path(__file__).parents[2] / "main/resources/dev/backstep/words/messages.properties"


def help_lines():
    """The lines of Python that the help page has for PyTorch."""
    text = MESSAGES.read_text(encoding="utf-8")
    entry = re.search(r"^words\.python\.pytorch = ((?:.*\\\n)*.*)$", text, re.MULTILINE).group(1)
    joined = re.sub(r"\\\n\s*", "", entry)
    return joined.replace("\\n", "\n").replace("\\ ", " ")


class Net(nn.Module):
    def __init__(self, batch_first=False, bias=True, layer=nn.RNN, embedded=0):
        super().__init__()
        self.emb = nn.Embedding(V, embedded) if embedded else None
        self.rnn = layer(embedded or V, H, batch_first=batch_first, bias=bias)
        self.fc = nn.Linear(H, V, bias=bias)

    def forward(self, x, h0):
        read = self.emb(x) if self.emb else one_hot(x, V).to(self.fc.weight.dtype)
        states, _ = self.rnn(read, h0)
        return self.fc(states), states


def step(net, reduction, axis=None, zeros=False):
    """One forward and one backward pass; axis is that of the batch, None without one."""
    dtype = net.fc.weight.dtype
    x, y = torch.randint(V, (T,)), torch.randint(V, (T,))
    h0 = (torch.zeros if zeros else torch.rand)(1, H, dtype=dtype)
    if axis is not None:
        x, y, h0 = x.unsqueeze(axis), y.unsqueeze(axis), h0.unsqueeze(1)
    h0.requires_grad_()
    logits, states = net(x, (h0, h0) if isinstance(net.rnn, nn.LSTM) else h0)
    for kept in (logits, states):
        kept.retain_grad()
    loss = nn.CrossEntropyLoss(reduction=reduction)(logits.reshape(-1, V), y.reshape(-1))
    loss.backward()
    return dict(net=net, x=x, y=y, h0=h0, loss=loss, logits=logits, states=states)


def saved(lines, run):
    """The arrays that the lines save, by the name that they give the file."""
    exec(lines, dict(run, np=np))
    return dict(np.load("mine.npz"))


def more(run):
    """The other arrays that one may save, each timestep."""
    states, logits, h0 = run["states"], run["logits"], run["h0"]
    arrays = {"hs": states, "hs.grad": states.grad, "logits.grad": logits.grad, "h0.grad": h0.grad}
    arrays.update(ps=logits.softmax(-1))
    return {name: array.detach() for name, array in arrays.items()}


def changed(arrays, change):
    return {k: change(v) if k.endswith(".grad") else v for k, v in arrays.items()}


def in_loop(lines, run):
    """The same net as a loop, in which each state keeps the whole of its gradient."""
    net, h, states = run["net"], run["h0"].reshape(1, H), []
    net.zero_grad()
    for x in run["x"].reshape(-1):
        read, rnn = one_hot(x, V).to(h.dtype)[None], net.rnn
        h = torch.tanh(read @ rnn.weight_ih_l0.T + rnn.bias_ih_l0 + h @ rnn.weight_hh_l0.T + rnn.bias_hh_l0)
        h.retain_grad()
        states.append(h)
    logits = net.fc(torch.cat(states))
    loss = nn.CrossEntropyLoss(reduction="sum")(logits, run["y"].reshape(-1))
    loss.backward()
    arrays = saved(lines, dict(run, loss=loss))
    return dict(arrays, **{"hs.grad": torch.stack([state.grad for state in states])})


def right(lines):
    """Name and arrays of what is right, with the remark that must be made."""
    sums = ("sum", "mean")
    for axis, batch_first in ((None, False), (1, False), (0, True)):
        for reduction in sums:
            run = step(Net(batch_first=batch_first), reduction, axis)
            remark = "The loss is the mean" if reduction == "mean" else ""
            name = "%s-%s-%s" % (reduction, axis, batch_first)
            yield name, saved(lines, run), remark
            everything = dict(saved(lines, run), **more(run))
            yield name + "-more", everything, "hs.grad is read as the part from the output"
            hot = dict(everything, x=one_hot(run["x"], V), y=one_hot(run["y"], V))
            yield name + "-one-hot", hot, remark
    double = step(Net().double(), "sum", 1)
    yield "double", saved(lines, double), ""
    yield "loop", in_loop(lines, double), ""
    yield "zeros", saved(lines, step(Net(), "sum", 1, zeros=True)), ""
    yield "no-bias", saved(lines, step(Net(bias=False), "sum", 1)), "bias is not supplied"
    lstm = saved(lines, step(Net(layer=nn.LSTM), "sum", 1))
    yield "lstm", dict(lstm, c0=lstm["h0"]), ""
    yield "gru", saved(lines, step(Net(layer=nn.GRU), "sum", 1)), ""
    yield "embedding", saved(lines, step(Net(embedded=5), "sum", 1)), ""
    mean = saved(lines, step(Net().double(), "mean", 1))
    del mean["loss"]
    yield "mean-unsaid", mean, "The loss is not supplied and, by its gradients, the mean"


def wrong(lines):
    """Name, arrays, the fault and the change to be named."""
    run = step(Net().double(), "sum", 1)
    arrays = saved(lines, run)
    yield "sign", changed(arrays, np.negative), [], "sign"
    one = dict(arrays, **{"fc.weight.grad": -arrays["fc.weight.grad"]})
    yield "sign-of-one", one, [], "sign-of-one"
    states = run["states"].detach()
    nn.utils.clip_grad_norm_(run["net"].parameters(), 0.25)
    yield "clipped", saved(lines, run), [], "norm-clipped"
    run = step(Net().double(), "mean", 1)
    nn.utils.clip_grad_norm_(run["net"].parameters(), 0.25)
    yield "clipped-mean", saved(lines, run), [], "norm-clipped"
    yield "state", dict(arrays, h0=arrays["h0"] + 0.5, hs=states), [], "other-state"
    del arrays["h0"]
    yield "no-state", dict(arrays, hs=states), [], "other-state"
    zeros = saved(lines, step(Net().double(), "sum", 1, zeros=True))
    yield "zero-state", dict(zeros, h0=np.full(H, 0.3)), [], "zero-state"


def judge(backstep, name, arrays):
    file = pathlib.Path(name + ".npz")
    np.savez(file, **arrays)
    run = subprocess.run(
        [backstep, "check", "--json", file], capture_output=True, text=True, encoding="utf-8"
    )
    return run.returncode, json.loads(run.stdout), name


def main():
    backstep = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "target/backstep/bin/backstep")
    lines, count = help_lines(), 0
    torch.manual_seed(1)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, arrays, remark in right(lines):
            code, answer, about = judge(backstep, name, arrays)
            assert (code, answer["verdict"]) == (0, "agrees"), (about, answer)
            assert any(remark in each for each in answer["remarks"]) or not remark, (about, answer)
            count += 1
        for name, arrays, faults, change in wrong(lines):
            code, answer, about = judge(backstep, name, arrays)
            assert (code, answer["verdict"]) == (1, "differs"), (about, answer)
            found = answer["diagnosis"]["explanations"]
            assert found and found[0]["twist"] == change, (about, answer)
            assert found[0]["faults"] == faults, (about, answer)
            assert change != "norm-clipped" or abs(found[0]["value"] - 0.25) < 1e-9, (about, answer)
            count += 1
        os.chdir("/")
    print("backstep check judged %d files of PyTorch %s" % (count, torch.__version__))


if __name__ == "__main__":
    main()
