"""Bytes to Article: text, title, outlet, date, provenance."""
