"""The dependency parser: one lazily loaded spaCy pipeline."""

from __future__ import annotations

STRAIGHTEN = str.maketrans("“”„«»‟″‘’‚‛′–—―−\u00a0\u2009\u202f", '"' * 7 + "'" * 5 + "-" * 4 + "   ")
"""One character for one character, so that offsets in the straightened text are offsets in the text."""
