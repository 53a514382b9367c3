"""How the time to read, or to check, a message grows on hostile shapes of text.

Prints seconds for n, 2n, 4n and 8n characters of each shape and the last ratio: about 2
where the time is linear, about 4 where it is quadratic.

    python benchmarks/growth.py [--characters N] [--whole]

``--whole`` times the whole check instead of the readers alone.
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Callable

from tonecheck.readers import read_bytes
from tonecheck.sentences import TonecheckError

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
    with contextlib.suppress(TonecheckError):
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


def whole_check() -> Check:
    """The whole check, warm."""
    from tonecheck.engine import Checker
    from tonecheck.types import Declared, Language

    checkers = {language: Checker(Declared(language=language)) for language in Language}
    for language, text in ((Language.EN, b"Pay."), (Language.RU, "Оплатите.".encode())):
        checkers[language].check_bytes(text, path="warm-up")

    def check(data: bytes, suffix: str) -> object:
        language = Language.RU if data[0] > 127 else Language.EN
        return checkers[language].check_bytes(data, path="text", suffix=suffix)

    return check


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=50_000)
    parser.add_argument("--whole", action="store_true")
    arguments = parser.parse_args()
    main(whole_check() if arguments.whole else read_bytes, arguments.characters)
