#!/usr/bin/env python3
"""Sets crosscheck up once, then runs it: `python3 run.py report seeds/`.

Needs Python 3.11 or later and nothing else. The environment is made in `.venv` from the lock file,
with every package checked by its hash; a set-up that was cut short is made anew on the next run.

    python3 run.py report seeds/   runs `crosscheck report seeds/`
    python3 run.py setup           sets up and stops
    python3 run.py test            runs the tests (their tools are added to the environment)
    python3 run.py lint            linters and types
    python3 run.py check           linters, types and tests: all that must pass
    python3 run.py accuracy        what the labelled stories say, beside what they said before
    python3 run.py bench           how fast it is; writes docs/performance.md
"""

from __future__ import annotations

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
BIN = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(BIN, "python.exe" if os.name == "nt" else "python")
LOCKS = {"run": "requirements.lock", "dev": "requirements-dev.lock"}
LINTERS = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",))
TESTS = (("pytest", "-q"),)
"""What must pass: each is a module of the environment and its arguments."""


def say(message: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"run.py : {message}\n")
    sys.stderr.flush()


def stop(message: str) -> None:
    """Says why nothing can go on, and exits with 2."""
    say(message)
    sys.exit(2)


def digest(*names: str) -> str:
    """Fingerprint of some files, of the version of Python and of where the project stands."""
    from hashlib import sha256

    whole = sha256(repr((sys.version_info[:3], ROOT)).encode("utf-8", "surrogateescape"))
    for name in names:
        with open(os.path.join(ROOT, name), "rb") as file:
            whole.update(file.read())
    return whole.hexdigest()


def stamp(kind: str) -> str:
    """Where the fingerprint of a finished set-up is kept: packages (« run », « dev »), project."""
    return os.path.join(VENV, f".crosscheck-{kind}")


def stamped(kind: str, expected: str) -> bool:
    """Whether a set-up was finished, from the files as they are now."""
    try:
        with open(stamp(kind), encoding="ascii") as file:
            return file.read() == expected
    except (OSError, UnicodeDecodeError):
        return False


def unmark(kind: str) -> None:
    """Makes a set-up unfinished, before it is changed."""
    if os.path.exists(stamp(kind)):
        os.remove(stamp(kind))


def mark(kind: str, fingerprint: str) -> None:
    """Writes down that a set-up is finished."""
    with open(stamp(kind), "w", encoding="ascii") as file:
        file.write(fingerprint)


def run_quietly(what: str, *command: str) -> None:
    """Runs a command of the set-up; shows its last lines and stops when it fails."""
    import subprocess

    try:
        done = subprocess.run(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as error:
        stop(f"{what} : {command[0]} ne démarre pas ({error.strerror or error})")
    if done.returncode:
        lines = done.stdout.decode("utf-8", "replace").rstrip().splitlines()
        sys.stderr.write("".join(f"    {line}\n" for line in lines[-12:]))
        stop(
            f"{what} : échec (statut {done.returncode}). Relancer la commande reprend la mise en"
            " place ; elle a besoin du réseau la première fois."
        )


def find_uv() -> str | None:
    """The path of uv, which installs faster, where there is one."""
    from shutil import which

    return which("uv")


def make_environment() -> None:
    """A new `.venv` with pip in it; what an interrupted set-up has left is cleared away."""
    from shutil import rmtree

    if os.path.islink(VENV):
        os.remove(VENV)
    elif os.path.lexists(VENV):
        if os.listdir(VENV) and not os.path.exists(os.path.join(VENV, "pyvenv.cfg")):
            stop(f"{VENV} existe et n'est pas un environnement Python : déplacer ce dossier")
        rmtree(VENV)
    try:
        import ensurepip  # noqa: F401 - absent where the system ships venv apart
        import venv  # noqa: F401
    except ImportError:
        stop("il manque le module venv de Python (sous Debian : apt install python3-venv)")
    run_quietly("création de .venv", sys.executable, "-m", "venv", VENV)


def installer(uv: str | None) -> tuple[str, ...]:
    """The beginning of an install command."""
    if uv:
        return (uv, "pip", "install", "--quiet", "--compile-bytecode", "--python", PYTHON)
    return (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")


def set_up(kind: str) -> None:
    """Brings `.venv` to what the lock says; silent and quick when it is there already."""
    lock = LOCKS[kind]
    packages, project = digest(lock), digest("pyproject.toml")
    ready = os.path.exists(PYTHON) and stamped(kind, packages)
    if ready and stamped("project", project):
        return
    uv = find_uv()
    pip = os.path.join(BIN, "pip.exe" if os.name == "nt" else "pip")
    able = uv is not None or os.path.exists(pip)  # not where other hands made it without pip
    if not ready or not able:
        grows = able and kind == "dev" and stamped("run", digest(LOCKS["run"]))
        say("mise en place de .venv (une minute environ)…")
        if grows:
            unmark("run")
        else:
            make_environment()
        install = installer(uv)
        run_quietly("installation", *install, "--no-deps", "--require-hashes", "-r", lock)
        mark("run", digest(LOCKS["run"]))  # the tools of development come on top of it
        mark(kind, packages)
    run_quietly(
        "installation de crosscheck",
        *installer(uv), "--no-deps", "--no-build-isolation", "-e", ROOT,
    )  # fmt: skip
    compile_ahead()
    mark("project", project)


def compile_ahead() -> None:
    """Compiles the project, as an installer does with packages: a fifth of the time of a check,
    which is else lost each time wherever Python may write no bytecode (`-B`, many containers).
    """
    import subprocess

    command = (PYTHON, "-m", "compileall", "-q", os.path.join(ROOT, "crosscheck"))
    quiet = subprocess.DEVNULL  # what cannot be compiled ahead is compiled when it is imported
    subprocess.run(command, stdout=quiet, stderr=quiet, check=False)


def hand_over(*command: str) -> None:
    """Becomes another command, whose exit status is then ours."""
    sys.stdout.flush()
    if os.name == "nt":  # there, exec does not wait
        import subprocess

        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def check(commands: tuple[tuple[str, ...], ...]) -> None:
    """Runs every command, to the last, and exits with 1 if one failed."""
    import subprocess

    failed = []
    for command in commands:
        say(" ".join(command))
        if subprocess.call((PYTHON, "-m", *command), cwd=ROOT):
            failed.append(" ".join(command))
    if failed:
        say("échec : " + " ; ".join(failed))
        sys.exit(1)


def main(arguments: list[str]) -> None:
    """Sets up what the command needs and hands over to it."""
    if sys.version_info < (3, 11):
        found = ".".join(map(str, sys.version_info[:3]))
        stop(f"Python 3.11 ou plus récent est nécessaire ; celui-ci est {found}")
    if not arguments or arguments[0] in ("-h", "--help"):
        sys.stdout.write(__doc__ or "")
        return
    command, rest = arguments[0], arguments[1:]
    set_up("dev" if command in ("test", "lint", "check") else "run")
    if command == "test":
        os.chdir(ROOT)
        hand_over(PYTHON, "-m", "pytest", *rest)
    elif command == "lint":
        check(LINTERS)
    elif command == "check":
        check(LINTERS + TESTS)
    elif command == "accuracy":
        os.chdir(ROOT)
        hand_over(PYTHON, "-m", "benchmarks.accuracy", *rest)
    elif command == "bench":
        os.chdir(ROOT)
        hand_over(PYTHON, "-m", "benchmarks.performance", "--write", *rest)
    elif command != "setup":
        name = "crosscheck.exe" if os.name == "nt" else "crosscheck"
        hand_over(os.path.join(BIN, name), *arguments)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
