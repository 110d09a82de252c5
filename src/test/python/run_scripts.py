"""Runs the scripts that come through standard input, each as if it were a program of its own.

A script comes as its length in four bytes and then its bytes; what goes back is the exit code in
four bytes, the length of the output in four bytes, and the output of both streams in UTF-8.
"""

import io
import struct
import sys
import traceback


def run(script, output):
    sys.stdout = sys.stderr = output
    try:
        exec(compile(script, "<stdin>", "exec"), {"__name__": "__main__"})
        return 0
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=output)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as fault:
        traceback.print_exception(fault.with_traceback(fault.__traceback__.tb_next), file=output)
        return 1
    finally:
        sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__


def main():
    scripts, answers = sys.stdin.buffer, sys.stdout.buffer
    while length := scripts.read(4):
        script = scripts.read(struct.unpack(">i", length)[0])
        told = io.BytesIO()
        output = io.TextIOWrapper(told, encoding="utf-8", write_through=True)
        code = run(script, output)
        output.flush()
        answers.write(struct.pack(">ii", code, len(told.getvalue())) + told.getvalue())
        answers.flush()


main()
