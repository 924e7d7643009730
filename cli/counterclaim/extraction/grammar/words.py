"""What several rules ask of words: finite tags, negations, the marks that set a phrase off."""

from __future__ import annotations

from counterclaim.knowledge.lexicon import listed, words

FINITE = ("VBD", "VBZ", "VBP", "MD")
NEGATIONS = words("negations")
DASHES = ("-", "–", "—")
PAUSES = (",", *DASHES)
CITING = listed("citing")
NOUN_PHRASE = frozenset("DT JJ NN NNS NNP NNPS POS PRP PRP$ CD IN WDT HYPH".split())
