"""What several rules ask of words: finite tags, negations, the marks that set a phrase off."""

from __future__ import annotations

FINITE = ("VBD", "VBZ", "VBP", "MD")
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
DASHES = ("-", "–", "—")
PAUSES = (",", *DASHES)
CITING = ("citing", "quoting", "with reference to", "referring to", "with a link to")
NOUN_PHRASE = frozenset("DT JJ NN NNS NNP NNPS POS PRP PRP$ CD IN WDT HYPH".split())
