"""Which charsets of mails are read here."""

from __future__ import annotations

import codecs
import re

_CODECS = re.compile(r"utf-8|ascii|koi8-[rut]|cp125\d|cp866|iso8859-\d+|mac-cyrillic")


def codec_name(charset: str) -> str | None:
    """The name of Python for a charset, None for one that is not known here."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    return name if _CODECS.fullmatch(name) else None
