"""A ledger for other programs: one module a format, all of them named in `formats.py`."""
