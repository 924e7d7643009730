"""A folder of articles and records: atomic writes, ids, reading back."""
