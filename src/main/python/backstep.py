"""Backstep from Python: is this backward pass through time right, and if not, which line is wrong?

    import backstep

    backstep.check(**locals())        # the last line of the function, before it returns
    backstep.assert_right(**arrays)   # in a test: AssertionError with the report
    with backstep.watch(lossFun):     # the function is not touched: its locals are caught
        train()

    python3 backstep.py --watch mine.py

One file; it needs Python 3.8 or newer, NumPy, and the program "backstep", which it looks for in the
environment variable BACKSTEP, then beside the folder "share" that it stands in, then in PATH.
Licence: Apache-2.0.
"""

import builtins
import dis
import inspect
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import traceback
import types
import zipfile

import numpy as np

__all__ = ["BackstepError", "Verdict", "assert_right", "check", "watch"]

# Arrays above this are no part of one sequence of a net that can be checked.
_MOST_BYTES = 1 << 28
_MOST_CALLS = 5

_ENDS_GRADIENT = ("_grad", ".grad", "_gradient", "_update", "_grads")
_BEGINS_GRADIENT = ("dLd", "dL_d", "grad_", "grad", "delta_", "d_", "d", "g_", "g", "D")
_WEIGHT = re.compile(r"[WUVb]\d*(_|$)|[WUVb][a-z]{1,3}\d*$|W\d|.*(weight|bias|kernel|synapse)")
_STATE = re.compile(r".*(prev|before|init)|[a-z]+_?0$|state$|hidden$")


class BackstepError(Exception):
    """The program is not there, or does not answer as it should."""


class _LeftOut(Exception):
    """Why a value is not saved."""


class _Enough(BaseException):
    """Ends a watched file; no "except Exception" of its own stops it."""


# ---------------------------------------------------------------------------------------------
# Verdicts
# ---------------------------------------------------------------------------------------------


class Verdict:
    """What the check of one call came to.

    right      all that can be judged agrees
    code       0: agrees, 1: something differs, 2: nothing could be judged
    text       the report, below what was stacked, taken from elsewhere, and left out
    faults     the names of the faults that give exactly these numbers; [] if none do
    notes      what was stacked or taken from elsewhere, in sentences
    left_out   why a list, a dict or an array was not saved, by its name
    arrays     what was saved, by its name
    answer     everything that "backstep check --json" said
    """

    def __init__(self, answer, kept, title=""):
        self.answer, self.title = answer, title
        self.arrays, self.notes, self.left_out = kept.arrays, kept.notes, kept.left_out
        self.code = {"agrees": 0, "differs": 1}.get(answer["verdict"], 2)
        self.right = self.code == 0
        found = answer.get("diagnosis", {}).get("explanations", [])
        self.faults = list(found[0]["faults"]) if found else []
        lines = [title] if title else []
        lines += self.notes
        if self.left_out:
            told = ["%s (%s)" % each for each in self.left_out.items()]
            lines.append("Left out: " + ", ".join(told) + ".")
        lines += [""] if lines else []
        self.text = "\n".join(lines + (answer.get("report") or [answer.get("reason", "")]))

    def __bool__(self):
        return self.right

    def __repr__(self):
        return self.text


def _say(text):
    """Prints, where need be without the signs that the console does not have."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    builtins.print(text.encode(encoding, "replace").decode(encoding))


def _program(given=None):
    """The command that starts Backstep, as a list."""
    asked = given or os.environ.get("BACKSTEP")
    if asked:
        if isinstance(asked, (list, tuple)):
            return [str(each) for each in asked]
        return [str(asked)] if os.path.exists(str(asked)) else shlex.split(str(asked))
    name = "backstep.bat" if os.name == "nt" else "backstep"
    for folder in list(pathlib.Path(__file__).resolve().parents)[:4]:
        if folder.name == "share" and (folder.parent / "bin" / name).is_file():
            return [str(folder.parent / "bin" / name)]
    found = shutil.which("backstep")
    if found:
        return [found]
    raise BackstepError(
        "the program backstep was not found; set the environment variable BACKSTEP to it"
        " (.../bin/backstep), or put its folder into PATH"
    )


def _judged(files, program):
    """What the program says of each file, in their order."""
    command = program + ["check", "--json"] + [str(file) for file in files]
    try:
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as e:
        raise BackstepError("%s cannot be started: %s" % (program[0], e)) from e
    answers = []
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        if line.startswith("{"):
            answers.append(json.loads(line))
    if len(answers) != len(files):
        told = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise BackstepError("%s did not answer: %s" % (" ".join(command), " ".join(told[-3:])))
    return answers


def _write(file, arrays):
    """Writes as np.savez does, which takes no array that is called "file"."""
    with zipfile.ZipFile(str(file), "w", zipfile.ZIP_STORED, allowZip64=True) as whole:
        for name, array in arrays.items():
            with whole.open(name + ".npy", "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, np.asanyarray(array), allow_pickle=False)


# ---------------------------------------------------------------------------------------------
# What is kept of the values of a program
# ---------------------------------------------------------------------------------------------


def _is_tensor(value):
    return not isinstance(value, type) and all(
        hasattr(value, each) for each in ("detach", "cpu", "numpy")
    )


def _is_module(value):
    return not isinstance(value, type) and callable(getattr(value, "named_parameters", None))


def _is_dict_of_names(value):
    return isinstance(value, dict) and value and all(isinstance(each, str) for each in value)


def _is_number(value):
    return isinstance(value, (bool, int, float, np.bool_, np.number))


def _stems(name):
    """What the thing may be called of which something with this name is the gradient."""
    for begin in _BEGINS_GRADIENT:
        if name.startswith(begin) and len(name) > len(begin):
            yield name[len(begin) :]
    for end in _ENDS_GRADIENT:
        if name.endswith(end) and len(name) > len(end):
            yield name[: -len(end)]


def _is_gradient(name):
    return any(True for _ in _stems(name))


def _shape(value):
    """The shape of an array or a tensor; None of anything else."""
    try:
        return tuple(int(each) for each in value.shape)
    except (AttributeError, TypeError):
        return None


def _partners(values):
    """The gradient of each weight, by their names: what has its shape and a name made of its."""
    shapes = {name: _shape(value) for name, value in values.items()}
    partners = {}
    for name, shape in shapes.items():
        if shape and int(np.prod(shape)) > 1:
            for stem in _stems(name):
                if shapes.get(stem) == shape:
                    partners.setdefault(stem, name)
    return partners


def _array(value):
    """One array of numbers, of something that is one already."""
    if _is_tensor(value):
        value = value.detach().cpu()
        try:
            value = value.numpy()
        except (TypeError, RuntimeError):
            value = value.float().numpy()
    if isinstance(value, np.ma.MaskedArray):
        raise _LeftOut("is masked")
    array = np.asarray(value)
    if array.dtype.kind == "f" and array.dtype.itemsize > 8:
        array = array.astype(np.float64)
    if array.dtype.kind not in "biuf":
        raise _LeftOut("holds %s" % ("objects" if array.dtype == object else array.dtype))
    if array.size == 0:
        raise _LeftOut("is empty")
    if array.nbytes > _MOST_BYTES:
        raise _LeftOut("has %d MB" % (array.nbytes >> 20))
    return array


def _is_array(value):
    return (
        isinstance(value, np.ndarray)
        or _is_number(value)
        or _is_tensor(value)
        or (hasattr(value, "__array__") and not isinstance(value, type))
    )


class _Kept:
    """The arrays among the values of a program, and what is to be said of them."""

    def __init__(self):
        self.arrays, self.notes, self.left_out = {}, [], {}

    @staticmethod
    def of(values):
        kept = _Kept()
        leaves = _leaves(values, kept)
        _drop_aliases(leaves)
        for name, value in leaves.items():
            try:
                kept._keep(name, value, leaves)
            except _LeftOut as why:
                kept.left_out[name] = str(why)
            except Exception as e:  # of an __array__ or a .shape that is not NumPy's
                kept.left_out[name] = "%s: %s" % (type(e).__name__, e)
        kept._keep_none_first(leaves)
        return kept

    def _keep(self, name, value, leaves):
        if isinstance(value, dict):
            self.arrays[name] = self._of_timesteps(name, value)
        elif isinstance(value, np.ndarray) and value.dtype == object:
            self.arrays[name] = self._of_list(name, value.tolist(), leaves)
        elif isinstance(value, (list, tuple)):
            self.arrays[name] = self._of_list(name, list(value), leaves)
        elif _is_array(value):
            self.arrays[name] = _array(value)

    def _of_timesteps(self, name, rows):
        """A dict by t; the state before the sequence, t = -1, becomes the first row."""
        if not rows:
            raise _LeftOut("is empty")
        if not all(isinstance(t, (int, np.integer)) and not isinstance(t, bool) for t in rows):
            raise _LeftOut("is a dict whose keys are neither names nor timesteps")
        steps = sorted(int(t) for t in rows)
        if steps != list(range(steps[0], steps[0] + len(steps))):
            raise _LeftOut("is a dict of timesteps, of which some are missing")
        by_step = {int(t): row for t, row in rows.items()}
        array = self._stacked([by_step[t] for t in steps])
        told = "%s: a dict by t, stacked in the order t = %d to %d as %s" % (
            name,
            steps[0],
            steps[-1],
            array.shape,
        )
        before = steps[0] == -1
        self.notes.append(told + ("; row 0 is t = -1, before the sequence." if before else "."))
        return array

    def _stacked(self, rows):
        arrays = []
        for row in rows:
            if isinstance(row, (list, tuple)):
                arrays.append(self._stacked(row))
            elif _is_array(row):
                arrays.append(_array(row))
            else:
                raise _LeftOut("has a %s in it" % type(row).__name__)
        shapes = sorted({each.shape for each in arrays})
        if len(shapes) > 1:
            raise _LeftOut("has arrays of different shapes in it")
        if not arrays:
            raise _LeftOut("is empty")
        return _array(np.stack(arrays))

    def _of_list(self, name, rows, leaves):
        if not rows:
            raise _LeftOut("is empty")
        if name in ("chars", "vocab") and all(isinstance(each, str) for each in rows):
            if any(len(each) != 1 for each in rows):
                raise _LeftOut("holds texts that are no single characters")
            return np.array(rows)
        if rows[0] is None:
            raise _LeftOut("begins with None")
        array = self._stacked(rows)
        if all(_is_number(each) for each in rows):
            return array
        order = "in its order"
        if _is_gradient(name) and len(rows) > 1:
            order = self._order(name, array, leaves)
            array = array[::-1] if order.startswith("from its end") else array
        kind = "tuple" if isinstance(rows, tuple) else "list"
        self.notes.append("%s: a %s, stacked %s as %s." % (name, kind, order, array.shape))
        return array

    def _order(self, name, array, leaves):
        """A backward pass comes to t = 0 last: where that is tells how the list was filled."""
        for other, value in leaves.items():
            if _shape(value) != array.shape[1:]:
                continue
            first, last = (np.array_equal(_array(value), array[i]) for i in (0, -1))
            if first and not last:
                return "in its order (its first is %s, which was computed last)" % other
            if last and not first:
                return "from its end (its last is %s, which was computed last)" % other
        raise _LeftOut("is a list that was filled in an order that is not known; make it a dict by t")

    def _keep_none_first(self, leaves):
        """X = [None, 3, ...]: the first input is a vector of zeros, so all become vectors."""
        for name, why in list(self.left_out.items()):
            rest = list(leaves[name])[1:] if why == "begins with None" else []
            width = self._width_of_input()
            if rest and width and all(_is_number(each) and 0 <= each < width for each in rest):
                rows = np.zeros((len(rest) + 1, width))
                rows[np.arange(1, len(rest) + 1), np.asarray(rest, dtype=int)] = 1
                self.arrays[name] = rows
                self.notes.append(
                    "%s: ids, the first of them None, saved one-hot as %s with zeros in row 0."
                    % (name, rows.shape)
                )
                del self.left_out[name]

    def _width_of_input(self):
        """The number of ids: what the matrices that have a gradient share beside H."""
        partners = _partners(self.arrays)
        shapes = [self.arrays[each].shape for each in partners if self.arrays[each].ndim == 2]
        hidden = {shape[0] for shape in shapes if shape[0] == shape[1]}
        widths = {n for shape in shapes for n in shape if n not in hidden and n > 1}
        return widths.pop() if len(hidden) == 1 and len(widths) == 1 else None


def _leaves(values, kept):
    """The values by their names, with what is in modules, objects and dicts of names."""
    leaves, modules, dicts = {}, [], []
    for name, value in values.items():
        if name.startswith("__") or isinstance(value, (type, types.ModuleType, str)):
            continue
        if _is_module(value):
            modules.append((name, value))
        elif _is_dict_of_names(value):
            dicts.append((name, value))
        elif name == "self" and hasattr(value, "__dict__"):
            continue
        elif isinstance(value, (list, tuple, dict)) or _is_array(value):
            leaves[name] = value
    _add_tensors_grads(leaves)
    _add_modules(modules, leaves)
    dicts.sort(key=lambda each: _is_of_gradients(each[0]) or _is_after(each[0]))
    for name, value in dicts:
        _add_dict(name, value, leaves, kept)
    return leaves


def _drop_aliases(leaves):
    """Of a weight or a gradient with two names the one by which it is known as such stays."""
    partners = _partners(leaves)
    known = set(partners) | set(partners.values())
    objects = {id(leaves[name]) for name in known}
    for name in [each for each in leaves if each not in known and id(leaves[each]) in objects]:
        del leaves[name]


def _grad_of(tensor):
    """Its gradient, if it keeps one; to ask another for it is warned of."""
    keeps = getattr(tensor, "is_leaf", True) or getattr(tensor, "retains_grad", False)
    grad = getattr(tensor, "grad", None) if keeps else None
    return grad if grad is not None and _shape(grad) is not None else None


def _add_tensors_grads(leaves):
    for name, value in list(leaves.items()):
        if _is_tensor(value) and _grad_of(value) is not None:
            leaves.setdefault(name + ".grad", _grad_of(value))


def _add_modules(modules, leaves):
    seen = set()
    for name, module in modules:
        prefix = "" if name == "self" or len(modules) == 1 else name + "."
        for inner, parameter in module.named_parameters():
            if id(parameter) in seen:
                continue
            seen.add(id(parameter))
            called = prefix + inner
            if len(modules) == 1 and "." not in called and called in ("weight", "bias"):
                called = name + "." + inner
            leaves[called] = parameter
            if _grad_of(parameter) is not None:
                leaves[called + ".grad"] = _grad_of(parameter)


def _is_of_gradients(name):
    return bool(re.match(r"(?i)(d|g)(_?[a-z]*param.*|s)?$|.*grad|.*delta|d[A-Z_]", name))


def _is_after(name):
    return bool(re.search(r"(?i)after|updated|(^|_)new", name))


def _same(one, other):
    if one is other:
        return True
    if _shape(one) is None or _shape(one) != _shape(other):
        return False
    try:
        return bool(np.array_equal(_array(one), _array(other)))
    except (_LeftOut, TypeError):
        return False


def _add_dict(name, entries, leaves, kept):
    """A dict of names: its entries are called by their keys, as far as these are free."""
    taken, of_gradients = [], _is_of_gradients(name)
    for key, value in entries.items():
        if not (_is_array(value) or isinstance(value, (list, dict))):
            continue
        called = key
        if key in leaves and _same(leaves[key], value):
            continue
        if of_gradients and not any(stem in leaves for stem in _stems(key)) and _shape(value):
            if _shape(leaves.get(key)) == _shape(value):
                called = key + ".grad" if "weight" in key or "bias" in key else "d" + key
        elif key in leaves and _is_after(name):
            called = "params_after." + key
        if called in leaves:
            if not _same(leaves[called], value):
                kept.left_out["%s[%r]" % (name, key)] = "%s is there already" % called
            continue
        leaves[called] = value
        taken.append(called)
    if taken:
        kept.notes.append("Of the dict %s: %s." % (name, ", ".join(taken)))


# ---------------------------------------------------------------------------------------------
# Names that a function uses
# ---------------------------------------------------------------------------------------------

_LOADS = ("LOAD_GLOBAL", "LOAD_NAME", "STORE_GLOBAL")
_named = {}


def _code_of(function):
    """The code of a function or a method, below what decorates it."""
    function = inspect.unwrap(getattr(function, "__func__", function))
    code = getattr(function, "__code__", None)
    if code is None and not isinstance(function, type):
        code = getattr(getattr(type(function), "__call__", None), "__code__", None)
    if code is None:
        raise TypeError("%r is no function that is written in Python, so it cannot be watched" % function)
    return code


def _codes_within(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _codes_within(constant)


def _named_globals(code):
    if code not in _named:
        _named[code] = {
            each.argval
            for inner in _codes_within(code)
            for each in dis.get_instructions(inner)
            if each.opname in _LOADS
        }
    return _named[code]


def _globals_of(code, scope, owner=None):
    """The values of its module that a function names, or another that it calls there."""
    found, seen, waiting = {}, set(), [code]
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        names = set(_named_globals(each))
        methods = [getattr(owner, name, None) for name in each.co_names] if owner else []
        for value in [scope.get(name) for name in names] + methods:
            inner = getattr(getattr(value, "__func__", value), "__code__", None)
            if isinstance(inner, types.CodeType) and inner.co_filename == code.co_filename:
                waiting.append(inner)
        for name in names:
            if name in scope and _is_data(scope[name]):
                found[name] = scope[name]
    return found


def _is_data(value):
    return _is_array(value) or _is_module(value) or isinstance(value, (list, tuple, dict))


def _owner_of(code, local):
    """The object that a method is of, whatever its first argument is called: its name and itself."""
    if "self" in local:
        return "self", local["self"]
    first = code.co_varnames[0] if code.co_argcount else ""
    owner = local.get(first)
    method = getattr(type(owner), code.co_name, None)
    return (first, owner) if getattr(method, "__code__", None) is code else ("self", None)


def _in_object(value):
    """The arrays in an object of a class of one's own, if weights and their gradients are there."""
    if isinstance(value, type) or callable(value) or _is_data(value):
        return {}
    inner = _attributes(value)
    return inner if _partners(inner) else {}


def _attributes(value):
    """What an object holds; a module of PyTorch is asked for its parameters instead."""
    if value is None or _is_module(value) or not hasattr(value, "__dict__"):
        return {}
    return {name: each for name, each in vars(value).items() if _is_data(each)}


# ---------------------------------------------------------------------------------------------
# check and assert_right
# ---------------------------------------------------------------------------------------------


def _with_scope(given, arrays, frame):
    """What was given; of a whole locals() also what the function uses beside its locals."""
    values, notes = {}, []
    for each in given:
        if _is_module(each):
            values["net" if "net" not in arrays and "net" not in values else "module"] = each
        elif isinstance(each, dict):
            values.update(each)
        else:
            raise TypeError(
                "check was given %s without a name; it must be a module or a dict of arrays"
                % type(each).__name__
            )
    values.update(arrays)
    local = frame.f_locals
    owners = [_owner_of(frame.f_code, local)[1]]
    for name, each in arrays.items():
        if all(each is not owner for owner in owners):
            _fill(values, _in_object(each), name, notes)
    is_whole = frame.f_code.co_name != "<module>" and set(local) and set(local) <= set(arrays)
    if is_whole:
        called, owner = _owner_of(frame.f_code, local)
        _fill(values, _attributes(owner), called, notes)
        _fill(values, _globals_of(frame.f_code, frame.f_globals, owner), "the module", notes)
    return values, notes


def _fill(values, more, where, notes):
    added = {name: value for name, value in more.items() if name not in values}
    values.update(added)
    _say_where(where, added, notes)


def _say_where(where, values, notes):
    arrays = sorted(name for name, value in values.items() if not _is_number(value))
    if arrays:
        notes.append("Of %s: %s." % (where, ", ".join(arrays)))


def _check(given, arrays, frame, options):
    values, notes = _with_scope(given, arrays, frame)
    kept = _Kept.of(values)
    kept.notes[:0] = notes
    name = re.sub(r"\W", "", frame.f_code.co_name) or "check"
    if frame.f_code.co_name == "<module>":
        name = pathlib.Path(frame.f_code.co_filename).stem or "check"
    if _run is not None and options.get("program") is None:
        return _run.checked(name, kept)
    program = _program(options.get("program"))
    if options.get("save"):
        file = pathlib.Path(options["save"])
        _write(file, kept.arrays)
        return Verdict(_judged([file], program)[0], kept)
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / (re.sub(r"\W", "_", name) + ".npz")
        _write(file, kept.arrays)
        return Verdict(_judged([file], program)[0], kept)


def check(*_given, _print=True, _save=None, _program=None, **arrays):
    """Has the arrays of one sequence judged, prints the report and returns a Verdict.

    Called as check(**locals()) in the function with the backward pass, before the weights are
    updated, it also takes the attributes of self and the globals that the function reads. What is
    no array, number, or list or dict of arrays of one shape is left out. A module or a dict of
    arrays may come without a name. _save is where the .npz stays, _program starts Backstep.
    """
    frame = inspect.currentframe().f_back
    verdict = _check(_given, arrays, frame, {"save": _save, "program": _program})
    if _print:
        _say(verdict.text)
    return verdict


def assert_right(*_given, _save=None, _program=None, **arrays):
    """As check, without printing: AssertionError with the report unless everything agrees."""
    __tracebackhide__ = True
    frame = inspect.currentframe().f_back
    verdict = _check(_given, arrays, frame, {"save": _save, "program": _program})
    if not verdict.right:
        raise AssertionError(verdict.text)
    return verdict


# ---------------------------------------------------------------------------------------------
# What a function began with
# ---------------------------------------------------------------------------------------------


class _Before:
    """Copies of what can be reached when a function is called: it may change them in place."""

    def __init__(self, frame):
        code = frame.f_code
        count = code.co_argcount + code.co_kwonlyargcount
        count += bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
        local = frame.f_locals
        self.called, self.owner = _owner_of(code, local)
        self.memo = {}
        self.given = [name for name in code.co_varnames[:count] if name in local and name != self.called]
        self.objects = {name: local[name] for name in self.given}
        self.arguments = {name: self._copy(local[name]) for name in self.given}
        self.attributes = {n: self._copy(v) for n, v in _attributes(self.owner).items()}
        outside = _globals_of(code, frame.f_globals, self.owner)
        free = [name for name in code.co_freevars if name in local and _is_data(local[name])]
        outside.update({name: local[name] for name in free})
        self.outside = {name: self._copy(value) for name, value in outside.items()}

    def _copy(self, value, depth=0):
        known = self.memo.get(id(value))
        if known is not None:
            return known[1]
        if isinstance(value, np.ndarray):
            copy = value.copy()
        elif _is_tensor(value):
            copy = value.detach().clone()
        elif _is_module(value):
            for _, parameter in value.named_parameters():
                self._copy(parameter)
            return value
        elif isinstance(value, (list, tuple)) and depth < 5:
            plain = all(each is None or _is_number(each) or isinstance(each, str) for each in value)
            copy = list(value) if plain else [self._copy(each, depth + 1) for each in value]
            copy = tuple(copy) if isinstance(value, tuple) else copy
        elif isinstance(value, dict) and depth < 5:
            copy = {key: self._copy(each, depth + 1) for key, each in value.items()}
        else:
            return value
        self.memo[id(value)] = (value, copy)
        return copy

    def of(self, value):
        """What an array was that is the same object still; None if it has not changed."""
        known = self.memo.get(id(value))
        if known is None or known[0] is not value or _same(value, known[1]):
            return None
        return known[1]


def _caught(before, frame, result):
    """The values by which the call is judged: weights as they were before, gradients as they are."""
    now, notes = dict(frame.f_locals), []
    now.pop(before.called, None)
    for name, value in _attributes(before.owner).items():
        now.setdefault(name, value)
    scope = frame.f_globals
    for name in before.outside:
        now.setdefault(name, scope.get(name, before.outside[name]))
    if _is_module(before.owner):
        now["self"] = before.owner
    _add_result(now, result, notes)

    then = dict(before.outside)
    then.update(before.attributes)
    then.update(before.arguments)
    quiet = _Kept()
    leaves, old = _leaves(now, quiet), _leaves(then, _Kept())
    rebound = [name for name in before.given if name in old and now.get(name) is not before.objects[name]]
    partners = _partners(leaves)
    sums = _sums(before, {name: leaves[name] for name in partners.values()})
    hidden = {
        _shape(leaves[each])[0]
        for each in partners
        if len(_shape(leaves[each])) == 2 and len(set(_shape(leaves[each]))) == 1
    }
    for name in rebound:
        if name in partners.values() and not np.any(_array(then[name])):
            continue
        leaves[name] = old[name]
        _name_state(name, old[name], leaves, hidden, notes)
    changed, first = {}, {}
    for name, value in list(leaves.items()):
        was = None if name in rebound else before.of(value)
        if was is None and name in old and name not in rebound and not _is_local(name, frame, before):
            was = None if _same(old[name], value) or _shape(old[name]) is None else old[name]
        if was is not None and _was_first(name, value, was, partners, hidden, name in before.given):
            first[id(value)] = was
            changed.setdefault(id(was), name)
            if name in before.given or name in before.outside:
                changed[id(was)] = name
            if name not in partners and _WEIGHT.match(name):
                leaves[name + "_after"] = value
    for name, value in list(leaves.items()):
        if id(value) in first and not name.endswith("_after"):
            # By whichever of its names it was recognised.
            leaves[name] = first[id(value)]
    for name, value in list(leaves.items()):
        if isinstance(value, dict) and not _is_dict_of_names(value):
            leaves[name] = {t: _unchanged(before, each, name) for t, each in value.items()}
        elif isinstance(value, (list, tuple)):
            leaves[name] = [_unchanged(before, each, name) for each in value]
    changed = sorted(changed.values())
    if changed:
        were = "it was" if len(changed) == 1 else "they were"
        told = (", ".join(changed), frame.f_code.co_name, were)
        notes.append("%s changed while %s ran: saved as %s when it was called." % told)
    outside = [name for name in before.outside if name in leaves and name not in frame.f_locals]
    _say_where("the module", {name: leaves[name] for name in outside}, notes)
    kept = _Kept.of(leaves)
    kept.notes[:0] = notes + quiet.notes
    kept.left_out.update(quiet.left_out)
    # The program goes on, and changes them in place.
    kept.arrays = {name: np.array(array) for name, array in kept.arrays.items()}
    return kept, [name for name in changed if name in partners], partners, sums


def _sums(before, gradients):
    """Of each gradient that this call computed, whether it had been begun before."""
    sums = {}
    for name, value in gradients.items():
        known = before.memo.get(id(value))
        if known is None or known[0] is not value:
            sums[name] = False
        elif not _same(value, known[1]):
            sums[name] = bool(np.any(_array(known[1])))
    return sums


def _is_local(name, frame, before):
    of_others = name in before.given or name in frame.f_code.co_freevars
    return name in frame.f_locals and not of_others


def _name_state(name, was, leaves, hidden, notes):
    """def f(x, y, h): h = tanh(...): what h was is the state before the sequence."""
    known = ("h0", "hprev", "h_0", "h_prev", "a0", "s0")
    if name == "h" and not any(each in leaves for each in known) and _shape(was):
        if not hidden or any(int(np.prod(_shape(was))) == each for each in hidden):
            leaves["h0"] = was
            notes.append("h is an argument and changed: what it was is saved as h0.")


def _unchanged(before, value, name):
    """hs[-1] = hprev is a state that was given, whatever is done with hprev afterwards."""
    was = before.of(value)
    return value if was is None or _is_gradient(name) else was


def _was_first(name, value, was, partners, hidden, is_given):
    """Whether a value that changed was needed as it was, and is not what was computed."""
    if name in partners.values() or (_is_gradient(name) and name not in partners):
        # A gradient from above has an axis of time and was not 0.
        return is_given and len(_shape(was)) == 3 and bool(np.any(_array(was)))
    if name in partners or _WEIGHT.match(name):
        return True
    size = int(np.prod(_shape(was) or (0,)))
    return bool(_STATE.match(name)) or (is_given and size in hidden)


def _add_result(now, result, notes):
    """What is returned with a name is what the program goes on with, whatever its locals say."""
    named = result
    if isinstance(result, tuple) and hasattr(result, "_asdict"):
        named = result._asdict()
    parts = [named] if _is_dict_of_names(named) else result if isinstance(result, tuple) else []
    for part in parts:
        if not _is_dict_of_names(part):
            continue
        known = [name for name, value in now.items() if value is part]
        called = [key for key, value in part.items() if _is_array(value)]
        if known and _is_of_gradients(known[0]) and not any(_is_gradient(key) for key in called):
            continue
        if not known and any(not _same(now[key], part[key]) for key in called if key in now):
            if not any(_is_gradient(key) for key in called):
                # The gradients, called as their weights are.
                now["grads"] = part
                continue
        for key in called:
            if key in now and not _same(now[key], part[key]):
                notes.append("%s: as it was returned, which is not what the local variable is." % key)
            now[key] = part[key]


# ---------------------------------------------------------------------------------------------
# Watching
# ---------------------------------------------------------------------------------------------

_RETURNS = ("RETURN_VALUE", "RETURN_CONST", "INSTRUMENTED_RETURN_VALUE", "INSTRUMENTED_RETURN_CONST")


def _has_returned(frame, result):
    """An exception that leaves a function is told as a return of None as well."""
    if result is not None:
        return True
    return dis.opname[frame.f_code.co_code[frame.f_lasti]] in _RETURNS


class _Call:
    """A call of a watched function, from its beginning to its end."""

    def __init__(self, frame, parent):
        self.frame, self.parent, self.before = frame, parent, _Before(frame)
        self.function, self.inside, self.file = frame.f_code.co_name, 0, None
        self.kept = None


class _Hook:
    """Follows the calls of some functions with sys.setprofile, in the thread that starts it."""

    def __init__(self, wanted, caught):
        self.wanted, self.caught = wanted, caught
        self.stack, self.failure, self.previous, self.raised = [], None, None, 0

    def start(self):
        self.previous = sys.getprofile()
        if self.previous is not None and not callable(self.previous):
            self.previous.disable()
        sys.setprofile(self)

    def stop(self):
        if sys.getprofile() is self:
            sys.setprofile(None)
        if self.previous is None:
            return
        if callable(self.previous):
            sys.setprofile(self.previous)
        else:
            # A profiler that is written in C before Python 3.12.
            self.previous.enable()

    def __call__(self, frame, event, result):
        if self.failure is None and event in ("call", "return"):
            try:
                self._follow(frame, event, result)
            except Exception as e:
                # The watched program goes on; it is said when it has ended.
                self.failure = e
        if callable(self.previous):
            self.previous(frame, event, result)

    def _follow(self, frame, event, result):
        if event == "call" and self.wanted(frame.f_code):
            self.stack.append(_Call(frame, self.stack[-1] if self.stack else None))
        elif event == "return" and self.stack and self.stack[-1].frame is frame:
            call = self.stack.pop()
            if _has_returned(frame, result):
                self.caught(call, frame, result)
            else:
                self.raised += 1
            call.frame = None


class watch:
    """with watch(lossFun) as seen: catches what the function computed, and has it judged at the end.

    The arguments, the attributes of self and the globals that the function reads are taken as they
    were when it was called, all else as it is when it returns. The first calls are judged, as many
    as calls says; the first of them that is wrong is reported. seen.verdict is its Verdict, and
    seen.verdicts those of all. With strict=True what is wrong raises AssertionError.
    """

    def __init__(self, function, calls=_MOST_CALLS, print=True, strict=False, save=None, program=None):
        if calls < 1:
            raise ValueError("calls is %r; it must be 1 or more" % (calls,))
        self._code = _code_of(function)
        self._name = self._code.co_name
        self._calls, self._print, self._strict = calls, print, strict
        self._save, self._program = save, program
        self.calls, self.verdict, self.verdicts = [], None, []
        self._hook = _Hook(lambda code: code is self._code, self._caught)

    def __enter__(self):
        if self._code.co_flags & (inspect.CO_GENERATOR | inspect.CO_COROUTINE):
            raise TypeError("%s is a generator or a coroutine, which cannot be watched" % self._name)
        self._started = _program(self._program)
        self._hook.start()
        return self

    def _caught(self, call, frame, result):
        if len(self.calls) < self._calls:
            self.calls.append(_caught(call.before, frame, result)[0])
        if len(self.calls) == self._calls:
            self._hook.wanted = lambda code: False

    def __exit__(self, kind, value, trace):
        __tracebackhide__ = True
        self._hook.stop()
        if kind is not None:
            return False
        if self._hook.failure is not None:
            raise BackstepError("%s could not be watched" % self._name) from self._hook.failure
        if not self.calls:
            why = "ended with an exception" if self._hook.raised else "was not called in this thread"
            raise BackstepError(
                "%s %s within the block, so nothing was checked" % (self._name, why)
            )
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(self._save or temporary)
            folder.mkdir(parents=True, exist_ok=True)
            files = [folder / _file_name(self._name, i + 1) for i in range(len(self.calls))]
            for file, kept in zip(files, self.calls):
                _write(file, kept.arrays)
            answers = _judged(files, self._started)
        for i, (answer, kept) in enumerate(zip(answers, self.calls)):
            title = "Call %d of %d of %s." % (i + 1, len(answers), self._name)
            self.verdicts.append(Verdict(answer, kept, title))
        self.verdict = _first_wrong(self.verdicts)
        if self._print:
            _say(self.verdict.text)
        if self._strict and not self.verdict.right:
            raise AssertionError(self.verdict.text)
        return False


def _file_name(function, number):
    return "%s-%d.npz" % (re.sub(r"\W", "", function) or "function", number)


def _first_wrong(verdicts):
    """The first that differs; of those that agree the last, which had most to be wrong in."""
    for verdict in verdicts:
        if verdict.code == 1:
            return verdict
    right = [verdict for verdict in verdicts if verdict.right]
    return right[-1] if right else verdicts[0]


# ---------------------------------------------------------------------------------------------
# python3 backstep.py --watch FILE
# ---------------------------------------------------------------------------------------------

_run = None


class _Run:
    """A file that is run and watched: every function in it that returns with gradients."""

    def __init__(self, path, folder, function=None, calls=_MOST_CALLS):
        self.path, self.folder, self.calls = str(path), pathlib.Path(folder), calls
        self.owner, _, self.function = (function or "").rpartition(".")
        self.caught, self.passed, self.failed, self.is_stopped = [], [], "", False
        self.names, self.known, self.weights = set(), {}, {}
        self.hook = _Hook(self._is_wanted, self._on_return)

    def run(self, arguments):
        with open(self.path, "rb") as file:
            code = compile(file.read(), self.path, "exec")
        for inner in _codes_within(code):
            self.names.update(inner.co_names, inner.co_varnames, inner.co_cellvars, inner.co_freevars)
            self.names.update(each for each in inner.co_consts if isinstance(each, str))
        main = types.ModuleType("__main__")
        main.__file__ = self.path
        main.__builtins__ = builtins
        sys.modules.update(__main__=main, backstep=sys.modules[__name__])
        sys.argv = [self.path] + list(arguments)
        sys.path[0] = os.path.dirname(os.path.abspath(self.path))
        os.environ.setdefault("MPLBACKEND", "Agg")
        self.hook.start()
        try:
            exec(code, main.__dict__)
        except _Enough:
            self.is_stopped = True
        except SystemExit:
            pass
        except BaseException as e:
            self.failed = "%s: %s" % (type(e).__name__, e)
            # Without the line here that runs it.
            lines = traceback.format_exception(type(e), e, e.__traceback__.tb_next)
            builtins.print("".join(lines), file=sys.stderr)
        finally:
            self.hook.stop()
        if self.hook.failure is not None:
            raise BackstepError("%s could not be watched" % self.path) from self.hook.failure

    def _is_wanted(self, code):
        if code.co_filename != self.path or code.co_name == "<module>":
            return False
        if code not in self.known:
            self.known[code] = self._looks_backward(code)
        return self.known[code]

    def _looks_backward(self, code):
        if code.co_flags & (inspect.CO_GENERATOR | inspect.CO_COROUTINE) or code.co_name.startswith("<"):
            return False
        if self.function:
            qualified = getattr(code, "co_qualname", code.co_name)
            return code.co_name == self.function and (
                not self.owner or not hasattr(code, "co_qualname") or qualified.endswith(
                    self.owner + "." + self.function
                )
            )
        names = set()
        for inner in _codes_within(code):
            names.update(inner.co_names, inner.co_varnames, inner.co_cellvars)
            names.update(each for each in inner.co_consts if isinstance(each, str))
        return any(_is_of_gradients(name) for name in names) or any(
            stem in self.names for name in names for stem in _stems(name)
        )

    def _on_return(self, call, frame, result):
        kept, changed, partners, sums = _caught(call.before, frame, result)
        if not self.function:
            matrices = [each for each in partners if len(_shape(kept.arrays.get(each)) or ()) == 2]
            if not matrices or len(partners) < 2 or not sums:
                return
            if changed and (call.inside or not _is_one_step(kept, call, frame, changed, partners)):
                note = (
                    "%s changes its weights while it runs, so that the gradients at its end may be"
                    " those of other weights: it was not judged." % call.function
                )
                self.passed += [note] if note not in self.passed else []
                return
        if call.parent is not None:
            call.parent.inside += 1
        passes = self.weights.setdefault(call.function, [])
        weights = _weights(partners, kept.arrays)
        passes.append(hash(tuple(kept.arrays[each].tobytes() for each in weights)))
        mine = [each for each in self.caught if each.function == call.function]
        # A cell that adds to what others have begun has no gradients of its own.
        is_part = call.parent is not None and any(sums.values())
        if len(mine) < self.calls and not is_part:
            call.kept = kept
            call.file = _file_name(call.function, len(mine) + 1)
            self.caught.append(call)
        # Cells of one pass share their weights; the next pass shows that the one before has ended.
        enough = len(passes) if call.parent is None else len(set(passes)) - 1
        if enough >= self.calls or len(passes) >= 1000:
            sys.setprofile(None)
            raise _Enough()

    def checked(self, function, kept):
        """The file itself called check: that is what is judged then, and the run goes on."""
        mine = [each for each in self.caught if each.function == "check"]
        if len(mine) >= self.calls:
            raise _Enough()
        call = types.SimpleNamespace(
            function="check", parent=None, inside=0, kept=kept, file=_file_name("check", len(mine) + 1)
        )
        self.caught.append(call)
        return Verdict({"verdict": "agrees", "report": ["Judged when the file has ended."]}, kept)

    def told(self):
        """What was passed over is worth a word where nothing else was judged."""
        passed = [] if self.caught else self.passed
        ended = ["%s ended with %s." % (self.path, self.failed)] if self.failed else []
        stopped = ["The file was stopped when enough calls had returned."] if self.is_stopped else []
        return ended + stopped + passed

    def write(self):
        """The arrays of each call, what calls what first, and a list of them."""
        asked = [each for each in self.caught if each.function == "check"]
        calls = asked or sorted(self.caught, key=lambda each: (_depth(each), self.caught.index(each)))
        listed = []
        for call in calls:
            _write(self.folder / call.file, call.kept.arrays)
            outer = call.parent
            listed.append(
                {
                    "file": call.file,
                    "function": call.function,
                    "call": int(re.search(r"-(\d+)\.npz$", call.file).group(1)),
                    "within": outer.file if outer is not None and outer.file else None,
                    "calls": call.inside,
                    "notes": call.kept.notes,
                    "leftOut": call.kept.left_out,
                }
            )
        told = {"calls": listed, "notes": self.told(), "failed": self.failed}
        with open(str(self.folder / "calls.json"), "w", encoding="ascii") as file:
            json.dump(told, file)
        return calls, listed


def _weights(partners, arrays):
    """Those of what has a gradient that are no activations, which differ from cell to cell."""
    known = [each for each in sorted(partners) if each in arrays]
    named = [each for each in known if _WEIGHT.match(each)]
    square = [each for each in known if arrays[each].ndim == 2 and len(set(arrays[each].shape)) == 1]
    return named or square or known


def _depth(call):
    depth = 0
    while call.parent is not None:
        depth, call = depth + 1, call.parent
    return depth


def _is_one_step(kept, call, frame, changed, partners):
    """Whether each weight went down its gradient by one and the same factor: one step of SGD."""
    now = _leaves({**_attributes(call.before.owner), **frame.f_locals}, _Kept())
    factors = []
    for name in changed:
        gradient, was = kept.arrays.get(partners[name]), kept.arrays[name]
        if name not in now or gradient is None or not np.any(gradient):
            return False
        step = np.asarray(was, float) - np.asarray(_array(now[name]), float)
        factor = float(np.vdot(step, gradient) / np.vdot(gradient, gradient))
        if not np.allclose(step, factor * gradient, rtol=1e-4, atol=1e-9):
            return False
        factors.append(factor)
    return bool(np.allclose(factors, factors[0], rtol=1e-3))


def _chosen(calls, listed, answers):
    """The first call that is wrong; a call that makes whole passes is only as wrong as they are."""
    verdicts = [Verdict(answer, call.kept) for call, answer in zip(calls, answers)]
    whole, good = set(), set()
    for entry, answer in zip(listed, answers):
        if answer["verdict"] != "refused" and answer.get("T", 0) > 1:
            whole.add(entry["within"])
        if answer["verdict"] == "agrees":
            good.add(entry["file"])
    right = []
    for entry, verdict in zip(listed, verdicts):
        if entry["within"] in good:
            # Where the whole is right its parts are.
            continue
        verdict.title = "%s, call %d." % (entry["function"], entry["call"])
        verdict.text = verdict.title + "\n" + verdict.text
        if verdict.code == 1 and not (entry["calls"] > 1 and entry["file"] in whole):
            return verdict
        if verdict.right:
            right.append(verdict)
    return right[-1] if right else verdicts[0]


_USAGE = """usage: python3 backstep.py --watch FILE [--function NAME] [--calls N] [--out FOLDER] [-- ARGUMENTS]

Runs FILE and watches the functions in it that return with the gradients of their weights, NAME
alone if it is given, until one has returned N times (%d if it is not given). What they computed is
judged by Backstep, and the first call that is wrong is reported; with --out the arrays of each call
are written into FOLDER instead. ARGUMENTS are those of FILE.
""" % _MOST_CALLS


def _arguments(given):
    options = {"--function": None, "--calls": str(_MOST_CALLS), "--out": None, "--watch": None}
    given, rest = list(given), []
    if "--" in given:
        at = given.index("--")
        given, rest = given[:at], given[at + 1 :]
    while given:
        name = given.pop(0)
        if name not in options or not given:
            raise BackstepError("%s is no option with a value\n\n%s" % (name, _USAGE))
        options[name] = given.pop(0)
    if not options["--watch"]:
        raise BackstepError("--watch is not given\n\n" + _USAGE)
    if not options["--calls"].isdigit() or int(options["--calls"]) < 1:
        raise BackstepError("--calls is %s; it must be a whole number from 1" % options["--calls"])
    return options, rest


def _nothing(run):
    asked = run.owner + "." + run.function if run.owner else run.function
    told = run.told()
    if asked:
        told.append("%s has no function %s that returned." % (run.path, asked))
    else:
        told.append(
            "No function of %s returned with the gradients of its weights (W and dW, of the same"
            " shape). Name it with --function, or write backstep.check(**locals()) below the"
            " backward pass." % run.path
        )
    return " ".join(told)


def _main(given):
    global _run
    if not given or "--help" in given or "-h" in given:
        _say(_USAGE)
        return 0
    options, rest = _arguments(given)
    path = os.path.abspath(options["--watch"])
    program = None if options["--out"] else _program()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options["--out"] or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        _run = _Run(path, folder, options["--function"], int(options["--calls"]))
        try:
            _run.run(rest)
        except OSError as e:
            raise BackstepError("%s cannot be read: %s" % (path, e.strerror)) from e
        except SyntaxError as e:
            raise BackstepError("%s is no Python that can be run: %s" % (path, e)) from e
        calls, listed = _run.write()
        if not calls:
            builtins.print(_nothing(_run), file=sys.stderr)
            return 2
        if options["--out"]:
            return 0
        verdict = _chosen(calls, listed, _judged([folder / each["file"] for each in listed], program))
    _say("\n".join(_run.told() + [verdict.text]))
    return verdict.code


if __name__ == "__main__":
    try:
        sys.exit(_main(sys.argv[1:]))
    except BackstepError as e:
        builtins.print("backstep.py: %s" % e, file=sys.stderr)
        sys.exit(2)
