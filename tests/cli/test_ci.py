"""What a newsroom puts into its repository: the hook, the action, the GitLab template, run here.

Each is held to its schema offline, and its own lines are run as the service would run them.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from tests.cli.newsroom import furnish
from tests.cli.test_changed import git

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
CONFLICT = "brouillons/signature.md"
NOTE = "brouillons/note.md"
"""A draft that has a fault and nothing to parse, so that most runs here load no model."""
SETTINGS = "[check]\npaths = ['brouillons/note.md']\nagainst = ['references']\n"


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which a draft has just been changed on a branch."""
    place = tmp_path / "dépôt"
    place.mkdir()
    furnish(place)
    (place / ".git").rmdir()
    monkeypatch.chdir(place)
    (place / "crosscheck.toml").write_text(SETTINGS, encoding="utf-8")
    (place / NOTE).write_text("Il pleut.\n", encoding="utf-8")
    (place / "brouillons/calme.txt").write_text("Il pleut.\n", encoding="utf-8")
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "un")):
        git(*arguments)
    (place / NOTE).write_text("Il pleut. <!-- crosscheck: ok C101 -->\n", encoding="utf-8")
    git("commit", "-qam", "deux")
    return place


def environment(**more: str) -> dict[str, str]:
    """What a runner would have set, with our command first on the PATH."""
    known = {
        "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PYTHONPATH": str(ROOT),
    }
    return known | more


def shell(lines: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Some lines as a runner runs them: bash, stopped by the first failure."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", lines],
        env=environment(**more),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ["check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml"],
        ["check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", "templates/crosscheck.yml"],
        ["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"],
    ],
    ids=lambda arguments: arguments[-1],
)
def test_schemas(arguments: list[str]) -> None:
    done = subprocess.run(
        [str(BIN / arguments[0]), *arguments[1:]], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def steps() -> list[dict[str, Any]]:
    """The steps of the action that run lines of their own."""
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = action["runs"]["steps"]
    return [step for step in found if "run" in step]


def test_inputs_reach_the_lines_by_the_environment_alone() -> None:
    """`${{ inputs.x }}` inside a line would let whoever sets it write code."""
    for step in steps():
        assert "${{" not in step["run"] and step["shell"] == "bash"
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    passed = " ".join(map(str, steps()[-1]["env"].values()))
    used = passed + json.dumps(action["runs"]["steps"])
    assert [name for name in action["inputs"] if f"inputs.{name}" not in used] == []


@pytest.mark.parametrize(
    ("inputs", "status", "said"),
    [
        ({"FORMAT": "github", "CHANGED_SINCE": "HEAD~1"}, 1, f"::error file={NOTE},line=1,col=11"),
        ({"FORMAT": "concise", "FAIL_ON": "conflict", "CHANGED_SINCE": "HEAD~1"}, 0, ""),
        ({"FORMAT": "concise", "PATHS": f"{CONFLICT}\n", "AGAINST": "references\n"}, 1, CONFLICT),
        ({"FORMAT": "concise", "PATHS": "brouillons/calme.txt"}, 0, ""),
        ({"FORMAT": "concise", "PATHS": "--help"}, 2, ""),
        ({"FORMAT": "concise", "PATHS": "$(touch forge)\n`touch forge`; touch forge"}, 2, ""),
        ({"FORMAT": "x'; touch forge; '"}, 2, ""),
        ({"FORMAT": "github", "CHANGED_SINCE": "absente"}, 2, ""),
        ({"FORMAT": "concise", "OUTPUT": "sarif=a b.sarif\njunit=j.xml"}, 1, NOTE),
    ],
)
def test_action(inputs: dict[str, str], status: int, said: str, newsroom: Path) -> None:
    """The step of the action: its inputs are data, its status that of the command."""
    names = ("PATHS", "AGAINST", "CHANGED_SINCE", "FAIL_ON", "FORMAT", "OUTPUT")
    assert set(names) == set(steps()[-1]["env"])
    output = newsroom.parent / "output"
    done = shell(
        steps()[-1]["run"], GITHUB_OUTPUT=str(output), **(dict.fromkeys(names, "") | inputs)
    )
    assert done.returncode == status, done.stderr
    assert said in done.stdout and output.read_text() == f"status={status}\n"
    assert not Path("forge").exists()
    if "OUTPUT" in inputs:
        assert json.loads(Path("a b.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
        assert ElementTree.parse("j.xml").getroot().get("failures") == "1"


def test_action_sets_itself_up(newsroom: Path) -> None:
    """The step that installs: the project's own set-up, and the command on the PATH."""
    path = newsroom.parent / "path"
    done = shell(steps()[0]["run"], ACTION_PATH=str(ROOT), GITHUB_PATH=str(path))
    assert done.returncode == 0, done.stderr
    assert (Path(path.read_text().strip()) / "crosscheck").exists()


@pytest.mark.parametrize(
    ("variables", "status", "told"),
    [
        ({}, 1, True),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD~1"}, 1, True),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD"}, 0, False),
        ({"CROSSCHECK_OPTIONS": "--fail-on=conflict --quiet"}, 0, False),
    ],
)
def test_gitlab(variables: dict[str, str], status: int, told: bool, newsroom: Path) -> None:
    """The job's script, in a POSIX shell, leaves both reports that its artifacts name."""
    job = yaml.safe_load((ROOT / "templates/crosscheck.yml").read_text(encoding="utf-8"))
    (script,) = job["crosscheck"]["script"]
    done = subprocess.run(
        ["sh", "-ec", script], env=environment(**variables), capture_output=True, text=True
    )
    assert done.returncode == status, done.stderr
    reports = job["crosscheck"]["artifacts"]["reports"]
    rows = json.loads(Path(reports["codequality"]).read_text(encoding="utf-8"))
    assert [row["location"]["path"] for row in rows] == [NOTE] * told
    assert ElementTree.parse(reports["junit"]).getroot().get("failures") == str(int(told))
    assert (f"{NOTE}:1:11: N101" in done.stdout) is told


def test_hook(newsroom: Path) -> None:
    """Through pre-commit, from this repository: the changed draft stops the commit."""
    done = pre_commit(
        "try-repo", str(source(newsroom.parent)), "crosscheck-system",
        "--files", CONFLICT, "brouillons/calme.txt", "crosscheck.toml",
        home=newsroom.parent / "pre-commit",
    )  # fmt: skip
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{CONFLICT}:7:1: C101" in done.stdout
    assert "2 articles vérifiés" in done.stdout


def test_hook_installed_by_pre_commit(newsroom: Path) -> None:
    """`language: python`: pre-commit makes an environment of its own and installs us into it.

    Offline, pip may ask no index: what we depend on, and what builds us, is lent by this
    environment through `PYTHONPATH`; crosscheck itself is what pre-commit installed.
    """
    place = source(newsroom.parent, "crosscheck", "rules", "pyproject.toml", "README.md",
                   "LICENSE", "NOTICE")  # fmt: skip
    (newsroom / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {place}\n  rev: {git('-C', str(place), 'rev-parse', 'HEAD').strip()}\n"
        "  hooks:\n  - id: crosscheck\n    files: ^brouillons/\n",
        encoding="utf-8",
    )
    git("add", "-A")
    home = newsroom.parent / "pre-commit"
    lent = sysconfig.get_path("purelib")
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    done = pre_commit("run", "--all-files", home=home, PYTHONPATH=lent, **offline)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{CONFLICT}:7:1: C101" in done.stdout and f"{NOTE}:1:11: N101" in done.stdout
    assert list(home.glob("repo*/py_env*/lib/python*/site-packages/crosscheck/_rules/fr/*.toml"))


def pre_commit(*arguments: str, home: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """pre-commit as a newsroom would start it, with a folder of environments of its own."""
    return subprocess.run(
        [str(BIN / "pre-commit"), *arguments],
        env=environment(PRE_COMMIT_HOME=str(home), **more),
        capture_output=True,
        text=True,
        check=False,
    )


def source(folder: Path, *more: str) -> Path:
    """A repository that offers the hooks of this one, with what else of it is named."""
    place = folder / "crosscheck"
    place.mkdir()
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    (place / ".pre-commit-hooks.yaml").write_text(manifest, encoding="utf-8")
    for name in more:
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", "_rules")
            shutil.copytree(ROOT / name, place / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, place / name)
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "un")):
        git("-C", str(place), *arguments)
    return place
