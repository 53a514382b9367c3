"""What was found in a file, kept between runs: without its text, and read without spaCy.

opened = open_file(path)
key = result_key(opened.data, path.name, named=…, settings=…, rules=…, version=…)
reports = results.get(key, opened.text, str(path))
if reports is None:
    reports = …
    results.put(key, opened.text, reports)
"""

from __future__ import annotations

from tonecheck.results.keys import folders_digest, program_version, result_key
from tonecheck.results.store import Results

__all__ = ["Results", "folders_digest", "program_version", "result_key"]
