"""Reading in another process, which can be killed: no file takes the run down, or waits for ever.

>>> with Isolated(Limits()) as isolated:
...     isolated.read("docx", b"no archive")[0].key
'damaged'
"""

import json
import os
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, Self

from crosscheck.reading.draft import Failed, Outcome
from crosscheck.reading.wire import receive, send, unpack
from crosscheck.rules import rules_in_use
from crosscheck.settings import Limits

_ROOT = str(Path(__file__).parents[2])
_ERROR = re.compile(rb"^(?:\w+\.)*(\w+(?:Error|Exception|Exit|Warning|Interrupt))\b", re.MULTILINE)
_ANSWER = 2
"""Most bytes of an answer for each byte that a file may have."""


class Isolated:
    """A process that reads, started when first needed and used again for the next file.

    Has state: the process at work. It is ended on leaving, and started anew after a file that
    killed it.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, format: str, data: bytes) -> tuple[Outcome, ...]:
        """The articles in `data`, or why there are none; raises nothing for what bytes hold."""
        process = self._process or self._start()
        late: list[bool] = []

        def give_up() -> None:
            late.append(True)
            process.kill()

        timer = Timer(self._limits.seconds, give_up)
        timer.start()
        try:
            answer = self._exchange(process, format, data)
        finally:
            timer.cancel()
        if answer and not late:
            outcomes = unpack(answer)
            if any(isinstance(o, Failed) and o.key == "memory" for o in outcomes):
                self._stop()  # what it has grown to is given back
            return outcomes
        reason = self._why(process, bool(late))
        self._stop()
        return (reason,)

    def _start(self) -> subprocess.Popen[bytes]:
        # -P: what lies in the user's folder is no module of ours.
        paths = [_ROOT, os.environ.get("PYTHONPATH", "")]
        self._errors = TemporaryFile()  # noqa: SIM115 - closed in _stop
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "crosscheck.reading.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
        )
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], format: str, data: bytes) -> bytes:
        """The answer of the process; nothing when it ended before it had one."""
        assert process.stdin is not None and process.stdout is not None
        rules = rules_in_use()
        said = {"format": format, "limits": asdict(self._limits), "rules": rules and str(rules)}
        job = json.dumps(said).encode()
        most = _ANSWER * self._limits.document
        try:
            send(process.stdin, job)
            send(process.stdin, data)
            return receive(process.stdout, most)
        except OSError:
            return b""

    def _why(self, process: subprocess.Popen[bytes], late: bool) -> Failed:
        """Why there is no answer: too slow, too much memory, or an error nobody foresaw."""
        if late:
            return Failed("slow", (("seconds", f"{self._limits.seconds:g}"),))
        process.kill()
        status = process.wait()
        assert self._errors is not None
        self._errors.seek(0)
        named = _ERROR.findall(self._errors.read(200_000))
        last = named[-1].decode("ascii", "replace") if named else f"statut {status}"
        if last == "MemoryError":
            return Failed("memory", (("limit", str(self._limits.memory // 1_000_000)),))
        return Failed("reader_stopped", (("reason", last),))

    def _stop(self) -> None:
        if self._process is None:
            return
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
        with suppress(OSError):  # what it had not read yet
            self._process.stdin.close()
        if self._errors is not None:
            self._errors.close()
        self._process = self._errors = None
