"""What several rules ask of words: finite tags, negations, the marks that set a phrase off."""

from __future__ import annotations

from counterclaim.knowledge.lexicon import listed, word_class

FINITE = ("VBD", "VBZ", "VBP", "MD")
NEGATIONS = word_class("negations")
DASHES = ("-", "–", "—")
PAUSES = (",", *DASHES)
CITING = listed("citing")
NOUN_PHRASE = frozenset("DT JJ NN NNS NNP NNPS POS PRP PRP$ CD IN WDT HYPH".split())
