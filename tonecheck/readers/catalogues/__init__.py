"""Catalogues: files that hold many texts, one module a format.

Each module has ``entries(source)``, which gives the texts of the file with their keys and with
the way back to the source. The bytes are decoded before, a byte-order mark at the start of
``source`` is passed over.
"""

from __future__ import annotations

FORMATS = {
    ".po": "po",
    ".pot": "po",
    ".yml": "yaml_catalogue",
    ".yaml": "yaml_catalogue",
    ".json": "json_catalogue",
    ".arb": "json_catalogue",
    ".php": "php_arrays",
    ".properties": "properties",
    ".xml": "xml_data",
    ".csv": "csv_table",
    ".tsv": "csv_table",
}
"""File suffixes and the modules that read such files."""

CATALOGUE_SUFFIXES = frozenset(FORMATS)
