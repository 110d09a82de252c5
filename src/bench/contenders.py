"""Who is measured: how each is built and called, and in which version. All get one thread and their best conditions."""

import glob
import os
import pathlib
import re
import shutil
import subprocess
import sys

import problems

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RIVALS = HERE / "rivals"
BUILT = ROOT / "target" / "compare"
GCC = ["gcc", "-O3", "-march=native", "-ffast-math"]
HEAP = ["-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch"]
ALWAYS_KEPT = str(1 << 32)

# The core name that OpenBLAS goes by, from the library that a process has loaded; its functions may have a prefix.
OPENBLAS_CORE = """
import ctypes
def core(library):
    for name in ("openblas_get_corename", "scipy_openblas_get_corename64_", "openblas_get_corename64_"):
        if hasattr(library, name):
            function = getattr(library, name)
            function.restype = ctypes.c_char_p
            return function().decode()
"""
NUMPY_VERSION = OPENBLAS_CORE + """
import os
import numpy
maps = "/proc/self/maps"
files = {line.split()[-1] for line in open(maps) if "blas" in line} if os.path.exists(maps) else ()
cores = [name for name in map(core, map(ctypes.CDLL, sorted(files))) if name]
print("NumPy", numpy.__version__, "(OpenBLAS, core " + cores[0] + ")" if cores else "(its BLAS is not known)")
"""
TORCH_VERSION = "import numpy, torch; print('PyTorch', torch.__version__)"


def environment():
    """One thread; OpenBLAS chooses its kernels by the processor; memory given back is kept for the next update."""
    kept = {k: v for k, v in os.environ.items() if k not in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")}
    threads = dict.fromkeys(["OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"], "1")
    return {**kept, **threads, "MALLOC_TRIM_THRESHOLD_": ALWAYS_KEPT, "MALLOC_MMAP_THRESHOLD_": ALWAYS_KEPT}


def pinned():
    """To the last of the cores, where there is taskset."""
    if not shutil.which("taskset"):
        return []
    return ["taskset", "-c", str(max(os.sched_getaffinity(0)))]


def told(command):
    """The output of a command, or None if it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=environment(), check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return (done.stdout or done.stderr).strip()


class Contender:
    """One program, or why it cannot be run; and the one for cells with gates, if there is one."""

    def __init__(self, key, title, command, version, missing=None, gated=None):
        self.key, self.title, self.command, self.version, self.missing = key, title, command, version, missing
        self.gated = gated

    def run(self, problem, size, warm_up, seconds, gradients):
        """Microseconds per update. The gradients of the first one are written to a file."""
        call = [problem, size.V, size.H, size.T, warm_up, seconds, gradients]
        is_gated = size.cell in problems.GATES
        program = self.gated + [size.cell] if is_gated else self.command
        command = pinned() + program + [str(each) for each in call]
        done = subprocess.run(command, capture_output=True, text=True, env=environment())
        if done.returncode:
            sys.exit(f"{self.title} failed at {size}: {done.stderr.strip()}")
        updates, took = done.stdout.split()
        return 1e6 * float(took) / int(updates)


def jdk(tool):
    home = os.environ.get("JAVA_HOME")
    return str(pathlib.Path(home, "bin", tool)) if home else tool


def java(is_built):
    if not is_built:
        subprocess.run(["mvn", "-B", "-ntp", "-q", "package", "-DskipTests"], cwd=ROOT, check=True, stdout=sys.stderr)
    jars = str(ROOT / "target" / "backstep" / "lib" / "*")
    sources = [str(HERE / "java/dev/backstep/bench" / f"{name}.java") for name in ("Contender", "OneUpdate", "Problem")]
    subprocess.run([jdk("javac"), "-d", str(BUILT), "-cp", jars] + sources, check=True)
    options = "@" + str(ROOT / "target" / "backstep" / "bin" / "java.options")
    path = os.pathsep.join([str(BUILT), jars])
    command = [jdk("java"), options] + HEAP + ["-cp", path, "dev.backstep.bench.Contender"]
    version = told([jdk("java"), "-XshowSettings:properties", "-version"])
    named = dict(re.findall(r"(java\.(?:vendor|version)) = (.*)", version))
    version = f"JDK {named['java.version']} ({named['java.vendor']})"
    return Contender("ours", "Backstep", command + [problems.VANILLA], version, gated=command)


def c(key, title, source, *libraries):
    out = BUILT / key
    BUILT.mkdir(parents=True, exist_ok=True)
    if not shutil.which("gcc"):
        return Contender(key, title, None, None, "gcc is not installed")
    built = subprocess.run(
        GCC + [str(RIVALS / source), "-o", str(out)] + [f"-l{name}" for name in libraries] + ["-lm"],
        capture_output=True,
        text=True,
    )
    if built.returncode:
        if "openblas" in libraries and re.search("cblas.h: No such file|cannot find -lopenblas", built.stderr):
            return Contender(key, title, None, None, "libopenblas-dev is not installed")
        sys.exit(f"{source} does not compile: {built.stderr}")
    return Contender(key, title, [str(out)], " ".join(told(["gcc", "--version"]).splitlines()[0].split()))


def openblas():
    contender = c("openblas", "C with OpenBLAS", "openblas.c", "openblas")
    if not contender.missing:
        config = "print(core(ctypes.CDLL('libopenblas.so.0')))"
        contender.version = f"OpenBLAS core {told([sys.executable, '-c', OPENBLAS_CORE + config])}"
    return contender


def python(key, title, source, asked, interpreters, gated=None):
    """By the interpreter that has the newest version of its library."""
    found = [(told([each, "-c", asked]), each) for each in interpreters]
    found = [(version, each) for version, each in found if version]
    if not found:
        return Contender(key, title, None, None, f"{title.split()[0]} is not installed", gated)
    version, chosen = max(found, key=lambda one: [int(number) for number in re.findall(r"\d+", one[0])[:3]])
    of_gates = [chosen, str(RIVALS / gated)] if gated else None
    return Contender(key, title, [chosen, str(RIVALS / source)], version, gated=of_gates)


def everybody(is_built, interpreters):
    interpreters = interpreters or [sys.executable] + glob.glob("/usr/bin/python3")
    return [
        java(is_built),
        c("c", "C, hand-written loops", "loops.c"),
        openblas(),
        python("tight", "NumPy tight", "numpy_tight.py", NUMPY_VERSION, interpreters, "numpy_gated.py"),
        python("seed", "NumPy seed style", "numpy_seed.py", NUMPY_VERSION, interpreters),
        python("torch", "PyTorch f64", "pytorch.py", TORCH_VERSION, interpreters, "pytorch_gated.py"),
    ]
