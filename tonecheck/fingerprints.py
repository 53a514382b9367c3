"""Names for findings that stay the same while lines move."""

from __future__ import annotations

import hashlib
from collections import Counter

from tonecheck.types import MessageReport

_DIGEST_BYTES = 16


def fingerprints(report: MessageReport) -> tuple[str, ...]:
    """A fingerprint of each finding of a message, in their order, as 32 hexadecimal digits.

    It follows from the rule, the name of the message in its file and the words that were found,
    whatever stands around them. Equal ones in one message are numbered. It does not know the
    file's path, and no text can be read from it.
    """
    seen: Counter[str] = Counter()
    named = []
    for finding in report.findings:
        words = " ".join(finding.text.split()).casefold()
        plain = "\0".join((report.name or "", finding.rule, finding.branch or "", words))
        seen[plain] += 1
        data = f"{plain}\0{seen[plain]}".encode("utf-8", "surrogatepass")
        named.append(hashlib.blake2b(data, digest_size=_DIGEST_BYTES).hexdigest())
    return tuple(named)
