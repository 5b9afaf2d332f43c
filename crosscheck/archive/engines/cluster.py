"""The engine of many machines: a Spark session on a master, and the same steps run there.

    with session("spark://127.0.0.1:7077") as spark: …

The workers need this package, of the same version, in the Python that `PYSPARK_PYTHON` names (else
the one that runs here, at the same path), and to see the folder of the archive under the same path.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from socket import create_connection, gaierror
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from crosscheck.archive.messages import fault, said

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

PATIENCE = 25.0
"""Seconds until a master has answered, the start of Java among them; Spark would ask for a minute.
Half of them are the master's own, however long Java took on a machine that has much to do.
"""
WORKERS = 2.4
"""Times that again until it has given us a worker."""
KNOCK = 5.0
"""Seconds until a port has answered at all."""
PAUSE = 0.2
SHUFFLED = "spark.sql.shuffle.partitions"
PARTS = 2
"""Parts of a shuffled table for each core, where `spark-defaults.conf` says nothing of it."""


@contextmanager
def session(master: str, patience: float = PATIENCE) -> "Iterator[SparkSession]":
    """Spark on a master: `spark://HOST:PORT`, or `local[N]` for N threads of this machine.

    Raises `ArchiveError` where there is no Java or no pyspark, where the address is none, and
    where the master has not given us a worker in time.
    """
    _possible(master)
    host = _knocked(master)
    started = _started(master, host, patience)
    try:
        _manned(started, master, WORKERS * patience)
        yield started
    finally:
        started.stop()


def _possible(master: str) -> None:
    try:
        import pyspark  # noqa: F401
    except ImportError:
        raise fault("no_spark") from None
    if not java():
        raise fault("no_java")
    if not master.startswith(("spark://", "local")):
        raise fault("master", master=master)


def java() -> bool:
    """Whether Java is to be had, by `JAVA_HOME` or on the path."""
    home = os.environ.get("JAVA_HOME")
    return bool(which("java", path=str(Path(home) / "bin")) if home else which("java"))


def _knocked(master: str) -> str:
    """The address of this machine that the master sees; empty for threads of this machine."""
    if master.startswith("local"):
        return "127.0.0.1"
    found = urlsplit(master)
    if not found.hostname or not found.port:
        raise fault("master", master=master)
    try:
        with create_connection((found.hostname, found.port), KNOCK) as connection:
            return str(connection.getsockname()[0])
    except OSError as error:
        raise fault("no_master", master=master, reason=_why(error)) from error


def _why(error: OSError) -> str:
    """Why no one answers at an address."""
    reasons = {ConnectionRefusedError: "refused", TimeoutError: "silent", gaierror: "unknown_host"}
    key = next((key for kind, key in reasons.items() if isinstance(error, kind)), None)
    return said("faults", key) if key else error.strerror or str(error)


def _started(master: str, host: str, patience: float) -> "SparkSession":
    """The session, or an error when it is not there in time."""
    from py4j.protocol import Py4JError
    from pyspark import SparkContext
    from pyspark.errors import PySparkException

    if host == "127.0.0.1":
        os.environ.setdefault("SPARK_LOCAL_IP", host)
    context: Any = SparkContext
    begun = time.monotonic()
    context._ensure_initialized()  # starts Java, which is no business of the master's
    left = max(patience - (time.monotonic() - begun), patience / 2)

    made: list[SparkSession | Exception] = []

    def run() -> None:
        try:
            made.append(_session(master, host))
        except (Py4JError, PySparkException, OSError) as error:
            made.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(left)
    found = made[0] if made else TimeoutError(said("faults", "silent"))
    if isinstance(found, Exception):
        _abandon()
        reason = str(found).strip().splitlines()[0]
        raise fault("no_master", master=master, reason=reason) from found
    return found


def _session(master: str, host: str) -> "SparkSession":
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.driver.host": host,
        "spark.driver.bindAddress": host,
        "spark.log.level": "ERROR",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        # Nobody looks at plans, of which Java would hold hundreds, each a megabyte of text.
        "spark.sql.maxPlanStringLength": "8192",
        "spark.sql.ui.retainedExecutions": "8",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "100000",
    }
    builder = SparkSession.builder.master(master).appName("crosscheck")
    for name, value in settings.items():
        builder = builder.config(name, value)
    made = builder.getOrCreate()
    if not made.sparkContext.getConf().contains(SHUFFLED):
        made.conf.set(SHUFFLED, str(PARTS * made.sparkContext.defaultParallelism))
    return made


def _manned(session: "SparkSession", master: str, patience: float) -> None:
    """Waits until a worker is ours: a master without any lets a job wait for ever."""
    if master.startswith("local"):
        return
    context: Any = session.sparkContext
    end = time.monotonic() + patience
    while context._jsc.sc().getExecutorMemoryStatus().size() < 2:  # the driver is one
        if time.monotonic() > end:
            raise fault("no_master", master=master, reason=said("faults", "no_worker"))
        time.sleep(PAUSE)


def _abandon() -> None:
    """Ends the Java process that waits for a master, so that nothing waits for it."""
    from pyspark import SparkContext

    context: Any = SparkContext
    process = getattr(context._gateway, "proc", None)
    if process is not None:
        process.kill()
        process.wait()
    context._gateway = context._jvm = None
