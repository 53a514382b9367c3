"""The examples of docs/ci.md: valid, true to the action, and their commands run on a repository."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from junitparser import JUnitXml

from tests.test_hooks import ROOT, command, company

__all__ = ["company"]

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
EXAMPLES = [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)]
WITH_ACTION, WITHOUT_ACTION, GITLAB = EXAMPLES
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
INSTALL = 'pip install "git+https://example.com/tonecheck.git@v0.1.0"'


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    (job,) = workflow["jobs"].values()
    assert job["runs-on"]
    found: list[dict[str, Any]] = job["steps"]
    return found


def run(
    script: str, folder: Path, tools: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub and GitLab do, in the folder of the repository."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={
            **os.environ, **environment, "PYTHONPATH": str(ROOT),
            "PATH": os.pathsep.join([str(tools), os.environ["PATH"]]),
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize("workflow", [WITH_ACTION, WITHOUT_ACTION])
def test_a_workflow_is_whole(workflow: dict[Any, Any]) -> None:
    # YAML 1.1 takes the key "on" for true.
    assert workflow["name"]
    assert "pull_request" in workflow[True]
    assert workflow["permissions"]["contents"] == "read"
    for step in steps(workflow):
        assert ("uses" in step) != ("run" in step)
        assert "uses" not in step or re.fullmatch(r"[\w./-]+@v[\d.]+", step["uses"])


def test_the_action_is_used_as_it_is() -> None:
    _, action, upload = steps(WITH_ACTION)
    assert set(action["with"]) <= set(ACTION["inputs"])
    assert upload["if"] == "always()"
    assert upload["with"]["sarif_file"] == action["with"]["sarif"]
    assert WITH_ACTION["permissions"]["security-events"] == "write"


def test_every_input_of_the_action_is_told() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\S+) \|", PAGE, re.MULTILINE)
    told = {name: default.strip("`").replace("none", "") for name, default in rows}
    assert told == {name: given["default"] for name, given in ACTION["inputs"].items()}


def test_the_workflow_without_the_action(company: Path, tmp_path: Path) -> None:
    tools = command(tmp_path)
    said = tmp_path / "said.txt"
    # There is no comment yet: the first call fails, the second makes one.
    (tools / "gh").write_text(
        f'#!/bin/sh\necho "$@" >> "{said}"\ncase "$*" in *--edit-last*) exit 1;; esac\n', "utf-8"
    )
    (tools / "gh").chmod(0o755)
    install, check, summarise, comment = (step for step in steps(WITHOUT_ACTION) if "run" in step)
    assert install["run"] == INSTALL
    checked = run(check["run"], company, tools)
    assert checked.returncode == 1
    assert "::error file=reminders/harsh.txt,line=3" in checked.stdout
    page = tmp_path / "page.md"
    assert run(summarise["run"], company, tools, GITHUB_STEP_SUMMARY=str(page)).returncode == 0
    assert "reminders/harsh.txt" in page.read_text(encoding="utf-8")
    assert set(comment["env"]) == {"GH_TOKEN", "NUMBER"}
    assert run(comment["run"], company, tools, NUMBER="12").returncode == 0
    assert said.read_text(encoding="utf-8").splitlines() == [
        "pr comment 12 --edit-last --body-file summary.md",
        "pr comment 12 --body-file summary.md",
    ]
    assert "reminders/harsh.txt" in (company / "summary.md").read_text(encoding="utf-8")
    assert all(step["if"] == "always()" for step in (summarise, comment))


def test_the_job_of_gitlab(company: Path, tmp_path: Path) -> None:
    job = GITLAB["tonecheck"]
    assert job["before_script"] == [INSTALL]
    (script,) = job["script"]
    done = run(script, company, command(tmp_path))
    assert done.returncode == 1
    assert "legal-threat" in done.stdout
    assert job["artifacts"]["when"] == "always"
    files = job["artifacts"]["reports"]
    quality = json.loads((company / files["codequality"]).read_text(encoding="utf-8"))
    assert {"reminders/harsh.txt"} <= {one["location"]["path"] for one in quality}
    suites = JUnitXml.fromfile(str(company / files["junit"]))
    assert suites.failures == 1
