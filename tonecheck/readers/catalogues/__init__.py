"""Catalogues: files that hold many texts, one module a format.

Each module has ``entries(source)``, which gives the texts of the file with their keys and with
the way back to the source. The bytes are decoded before, a byte-order mark at the start of
``source`` is passed over.
"""

from __future__ import annotations

from tonecheck.readers.catalogues.entries import Entry

__all__ = ["Entry"]
