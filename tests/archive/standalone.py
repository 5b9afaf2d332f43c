"""A Spark master with two workers on this machine, each a process that is stopped by its id."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import monotonic, sleep

HOST = "127.0.0.1"
PATIENCE = 120
LIGHT = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData"
"""What makes Java start sooner; these processes do not live long enough for more."""


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.socket() as server:
        server.bind((HOST, 0))
        return int(server.getsockname()[1])


@contextmanager
def standalone(folder: Path, workers: int = 2) -> Iterator[str]:
    """The address of a master; `workers` of one core each are on their way to it."""
    import pyspark

    home = Path(pyspark.__file__).parent
    address = f"spark://{HOST}:{(port := free_port())}"
    master = ["master.Master", "--host", HOST, "--port", str(port), "--webui-port", "0"]
    worker = ["worker.Worker", "--cores", "1", "--memory", "1g", "--host", HOST]
    worker += ["--webui-port", "0", "--work-dir"]
    with ExitStack() as stack:
        stack.enter_context(_running(home, master, folder / "master.log"))
        _wait_for(port)
        for number in range(workers):
            place = folder / f"worker-{number}"
            command = [*worker, str(place), address]
            stack.enter_context(_running(home, command, folder / f"worker-{number}.log"))
        yield address


@contextmanager
def _running(home: Path, arguments: list[str], log: Path) -> Iterator[None]:
    command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{arguments[0]}"]
    env = os.environ | {"SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable}
    env |= {"JAVA_TOOL_OPTIONS": LIGHT, "SPARK_LOCAL_IP": HOST}
    with (
        log.open("wb") as out,
        subprocess.Popen([*command, *arguments[1:]], stdout=out, stderr=out, env=env) as process,
    ):
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait_for(port: int) -> None:
    end = monotonic() + PATIENCE
    while True:
        try:
            with socket.create_connection((HOST, port), 1):
                return
        except OSError:
            assert monotonic() < end, "the master did not start"
            sleep(0.2)
