"""How the time to read a message grows on hostile shapes of text.

Prints seconds for n, 2n, 4n and 8n characters of each shape and the last ratio: about 2
where the time is linear, about 4 where it is quadratic.

    python benchmarks/reading_growth.py [--characters N] [--check MODULE:FUNCTION]

``--check`` times any callable of (bytes, file suffix) instead of the readers, so that the
whole check can be put on the same scale.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import time
from collections.abc import Callable

from tonecheck.readers import ReadError, read_bytes

Check = Callable[[bytes, str], object]

SHAPES = {
    "prose": "Your invoice 204 for $120 was due on 5 March. ",
    "Russian prose": "Напоминаем, что счёт № 204 на 1 200 руб. не оплачен. ",
    "no space": "a",
    "spaces": " ",
    "exclamation marks": "!",
    "line ends": "a\n",
    "CR LF": "a\r\n",
    "CR": "\r",
    "open brackets": "[",
    "open braces": "{{",
    "brackets": "[a ",
    "placeholders": "{{ a }}",
    "empty links": "[a](",
    "links": "[a](b) ",
    "link titles": '[a](b "',
    "emphasis": "*a_b",
    "stars": "* a",
    "backticks": "`` ` ",
    "comments": "<!-- ",
    "entities": "&amp;",
    "headers": "To: a\n",
    "bullets": "- - - ",
    "hashes": "# #",
    "quotes": "> ",
    "code": "```\n",
    "backslashes": "\\",
    "escapes": "\\*",
}
SUFFIXES = (".txt", ".md")


def seconds(check: Check, data: bytes, suffix: str) -> float:
    """How long one check takes; an error that a reader gives is an answer too."""
    start = time.perf_counter()
    with contextlib.suppress(ReadError):
        check(data, suffix)
    return time.perf_counter() - start


def main(check: Check = read_bytes, characters: int = 50_000) -> None:
    """Print the table; ``characters`` is the length n of the shortest text."""
    sizes = [characters * factor for factor in (1, 2, 4, 8)]
    print(f"{'shape':28}", *(f"{size:>9,}" for size in sizes), f"{'ratio':>7}")
    for shape, unit in SHAPES.items():
        for suffix in SUFFIXES:
            texts = [unit * (size // len(unit)) + "\n\nHi" for size in sizes]
            times = [seconds(check, text.encode(), suffix) for text in texts]
            ratio = times[-1] / times[-2]
            name = f"{shape} {suffix}"
            print(f"{name:28}", *(f"{t:9.4f}" for t in times), f"{ratio:7.1f}")


def _callable(path: str) -> Check:
    module, _, name = path.partition(":")
    found: Check = getattr(importlib.import_module(module), name)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=50_000)
    parser.add_argument("--check", type=_callable, default=read_bytes)
    arguments = parser.parse_args()
    main(arguments.check, arguments.characters)
