"""Nothing leaves the machine: a check connects to nothing and asks no name server."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GUARD = """\
import os, sys

HARMLESS = {"socket.__new__", "socket.bind", "socket.gethostname"}

def refuse(event, arguments):
    if event.startswith("socket.") and event not in HARMLESS:
        sys.stderr.write(f"not allowed: {event}")
        sys.stderr.flush()
        os._exit(77)

sys.addaudithook(refuse)
"""
"""Python's audit events tell of every connection and every question to a name server.

A socket as such is harmless: urllib3, which spaCy imports, binds one to see if there is IPv6.
"""

CHECK = "from tonecheck.cli import main\nmain()\n"

MESSAGES = {
    "english.txt": "Subject: Invoice 17\n\nDear customer, pay $500 by Friday or we sue you!!! "
    "See https://pay.example/17 or write to pay@shop.example.",
    "russian.md": "Уважаемый клиент! Оплатите счёт № 17 на 5000 руб. до пятницы, иначе "
    "подадим в суд!!! Ссылка: https://pay.example/17",
    "mail.txt": "---\nsend_at: 2026-03-08T23:00:00+03:00\nrecipient:\n  country: RU\n---\n\n"
    "Здравствуйте, Анна! Напоминаем про счёт № 17.",
}


@pytest.mark.parametrize(
    "arguments", [("check",), ("check", "--format", "json"), ("fix", "--diff")]
)
def test_nothing_is_sent(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    for name, text in MESSAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    run = python(GUARD + CHECK, *arguments, str(tmp_path))
    assert run.returncode in (0, 1), run.stderr
    assert "Traceback" not in run.stderr
    assert "english.txt" in run.stdout
    assert "russian.md" in run.stdout


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')",
    ],
)
def test_the_guard_bites(attempt: str) -> None:
    run = python(GUARD + attempt)
    assert run.returncode == 77
    assert "not allowed: socket." in run.stderr


def python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | paths,
        check=False,
    )
