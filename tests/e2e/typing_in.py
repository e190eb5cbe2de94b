"""Runs many commands of the installed program quickly.

The first command of each kind is a process of its own. The later ones are forks of one process that
has already imported everything, with the same script, interpreter, streams, environment and exit.
Other tests cover what a process imports and leaves behind.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from typing import Self

from boardroom.cli.tree import TREE, Branch
from tests.e2e.installed import PROGRAM, Ran, boardroom

FORKS = sys.platform != "win32"


class TypingIn:
    """Runs the program as `tests.e2e.installed.boardroom` does, without coverage."""

    def __init__(self) -> None:
        self._typed: set[tuple[str, ...]] = set()

    def __enter__(self) -> Self:
        if FORKS:
            self._line, theirs = socket.socketpair()
            own = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
            command = [sys.executable, "-c", _FORKING, str(theirs.fileno())]
            self._process = subprocess.Popen(
                command,
                env={**own, "PYTHONUTF8": "1"},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,  # as each command has it: Python looks at it when it starts
                stderr=subprocess.PIPE,
            )
            theirs.close()
        return self

    def __exit__(self, *_: object) -> None:
        if FORKS:
            self._line.close()
            self._process.communicate(timeout=60)

    def __call__(self, *argv: str, stdin: str = "", **variables: str) -> Ran:
        kind = argv[:2] if isinstance(TREE[argv[0]], Branch) else argv[:1]
        if kind in self._typed and FORKS:
            return self._forked(argv, stdin, variables)
        self._typed.add(kind)
        return boardroom(*argv, stdin=stdin, measured=False, **variables)

    def _forked(self, argv: tuple[str, ...], stdin: str, variables: dict[str, str]) -> Ran:
        own = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
        given = {
            "argv": [PROGRAM, *argv],
            "folder": os.getcwd(),
            "environment": {**own, "PYTHONUTF8": "1", **variables},
        }
        (their_in, our_in), (our_out, their_out), (our_err, their_err) = (
            os.pipe(),
            os.pipe(),
            os.pipe(),
        )
        socket.send_fds(
            self._line, [f"{json.dumps(given)}\n".encode()], [their_in, their_out, their_err]
        )
        for descriptor in (their_in, their_out, their_err):
            os.close(descriptor)
        with (
            open(our_in, "w", encoding="utf-8") as typed,
            open(our_out, encoding="utf-8") as out,
            open(our_err, encoding="utf-8") as err,
        ):
            typed.write(stdin)
            typed.close()
            said = out.read(), err.read()
        return Ran(int(self._line.recv(16)), *said)


_FORKING = """
import gc, json, os, runpy, socket, sys, traceback
from importlib import import_module
import boardroom.store.work
from boardroom.cli.tree import TREE, commands

for _, leaf in commands(TREE):
    import_module(f"boardroom.cli.{leaf.where.partition(':')[0]}")
gc.freeze()
line = socket.socket(fileno=int(sys.argv[1]))
while True:
    message, streams, _, _ = socket.recv_fds(line, 65536, 3)
    if not message:
        break
    while not message.endswith(b"\\n"):
        message += line.recv(65536)
    child = os.fork()
    if child == 0:
        try:
            line.close()
            for number, descriptor in enumerate(streams):
                os.dup2(descriptor, number)
                os.close(descriptor)
            given = json.loads(message)
            os.chdir(given["folder"])
            os.environ.clear()
            os.environ.update(given["environment"])
            sys.argv = given["argv"]
            runpy.run_path(sys.argv[0], run_name="__main__")
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    for descriptor in streams:
        os.close(descriptor)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    line.send(str(code).encode())
"""
