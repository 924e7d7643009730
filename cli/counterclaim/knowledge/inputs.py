"""What is known of the files that articles come in: `data/inputs/`."""

from __future__ import annotations

from functools import cache
from typing import Any

from counterclaim.knowledge.load import read_yaml
from counterclaim.resources import data_path


@cache
def input_data(name: str) -> Any:
    """Give a table of `data/inputs/`, by its name.

    >>> input_data("encodings")["single"][0]
    'cp1252'
    """
    return read_yaml(data_path("inputs", f"{name}.yaml"))
