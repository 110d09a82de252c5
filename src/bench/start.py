"""The time until the window can be used: from the start of the program to the last change
of the picture before it rests, with the text that opens by itself on it. Needs Xvfb.
"""

import argparse
import mmap
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1440, 900
# Of every so many pixels one is looked at.
STRIDE = 7
REST_SECONDS = 2.5
LONGEST_SECONDS = 60


class Screen:
    """A display of its own, whose picture lies in a file."""

    def __init__(self, folder):
        self.read, told = os.pipe()
        mode = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(told), "-screen", "0", mode, "-fbdir", folder, "-nolisten", "tcp"]
        self.server = subprocess.Popen(command, pass_fds=[told], stderr=subprocess.DEVNULL)
        self.name = ":" + os.read(self.read, 16).decode().strip()
        with open(Path(folder) / "Xvfb_screen0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)

    def pixels(self):
        return memoryview(self.memory)[-WIDTH * HEIGHT * 4 :].cast("I")[::STRIDE].tobytes()

    def wait_until(self, picture):
        began = time.monotonic()
        while self.pixels() != picture:
            if time.monotonic() - began > LONGEST_SECONDS:
                sys.exit("The window does not close.")
            time.sleep(0.01)

    def close(self):
        self.server.terminate()
        self.server.wait()


def start(screen, command):
    """Seconds to the first change of the picture, and to the last before it rests."""
    before = empty = screen.pixels()
    began = time.monotonic()
    program = subprocess.Popen(
        command,
        env=dict(os.environ, DISPLAY=screen.name),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    first = last = None
    try:
        while last is None or time.monotonic() - last < REST_SECONDS:
            if program.poll() is not None or time.monotonic() - began > LONGEST_SECONDS:
                sys.exit(f"No window came: {' '.join(command)}")
            now = screen.pixels()
            if now != before:
                before, last = now, time.monotonic()
                first = first or last
            time.sleep(0.01)
    finally:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGTERM)
            program.wait()
    screen.wait_until(empty)
    return first - began, last - began


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("command", nargs=argparse.REMAINDER, help="what starts it; bin/backstep if nothing is said")
    options = parser.parse_args()
    command = options.command or [str(ROOT / "target/backstep/bin/backstep")]
    if not shutil.which("Xvfb"):
        sys.exit("Xvfb is not installed.")
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(folder)
        try:
            # The first start writes the archive of classes that the others read.
            start(screen, command)
            times = [start(screen, command) for _ in range(options.rounds)]
        finally:
            screen.close()
    for name, each in zip(("window", "usable"), zip(*times)):
        print(f"{name} after {statistics.median(each):.2f} s ({min(each):.2f} … {max(each):.2f})")
    print(f"load {os.getloadavg()[0]:.1f}, {len(os.sched_getaffinity(0))} cores")


if __name__ == "__main__":
    main()
