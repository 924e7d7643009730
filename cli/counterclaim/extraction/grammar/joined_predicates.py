"""Second predicates that a parser joined to the wrong first one: to the verb of saying instead of
what is said, to a participle instead of the verb of its clause."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.grammar.report_words import changed, saying
from counterclaim.language.tree import Parse, Word

_NO_CLAUSE = ("acl", "advcl", "amod")


def with_told(parse: Parse) -> Parse:
    """`The army says it is not attacking and is looking into it`: what has the form of what is
    said, and another than "says", is said, too; so is what a second "that" opens."""
    told = {w.i: said for w in parse.words if (said := _said_before(parse, w)) is not None}
    return changed(parse, lambda w: replace(w, head=told[w.i].i) if w.i in told else w)


def _said_before(parse: Parse, word: Word) -> Word | None:
    """The predicate of what is said to which a second one belongs that hangs on its report."""
    report = parse.head(word) if word.rel == "conj" else None
    if report is None or saying(report) is None or saying(word) is not None:
        return None
    said = [w for w in parse.children(report.i, "ccomp") if report.i < w.i < word.i]
    if not said:
        return None
    if any(w.lower == "that" for w in parse.children(word.i, "mark")):
        return said[-1]
    free = not parse.children(word.i, "nsubj", "expl", "csubj")
    form = _form(parse, word)
    alike = form is not None and form == _form(parse, said[-1]) != _form(parse, report)
    return said[-1] if free and alike else None


def _form(parse: Parse, word: Word) -> tuple[str, bool] | None:
    """The auxiliary or copula that tells the form of a predicate, and whether it is of the past."""
    helpers = (w for w in parse.children(word.i, "aux", "cop") if w.is_finite or w.is_modal)
    return next(((w.lemma, w.is_past) for w in helpers), None)


def with_pasts(parse: Parse) -> Parse:
    """`The rebels blamed the army, and denied using mines`: a verb of saying that goes on with a
    past tense is one itself, and no participle."""
    pasts = {w.i for w in parse.words if _is_past_too(parse, w)}
    return changed(parse, lambda w: w.as_finite("past") if w.i in pasts else w)


def _is_past_too(parse: Parse, word: Word) -> bool:
    above = parse.head(word) if word.rel == "conj" and word.is_past_participle else None
    if above is None or not (above.is_finite and above.is_past) or saying(word) is None:
        return False
    return not parse.children(word.i, "aux", "aux:pass", "nsubj")


def with_finite(parse: Parse) -> Parse:
    """`It ambushed men advancing on the town and destroyed two tanks`: a finite verb goes on with a
    finite one, not with a participle."""
    joined = {w.i: verb for w in parse.words if (verb := _finite_above(parse, w)) is not None}
    return changed(parse, lambda w: replace(w, head=joined[w.i].i) if w.i in joined else w)


def _finite_above(parse: Parse, word: Word) -> Word | None:
    """The nearest finite verb above the participle that a finite verb hangs on."""
    above = parse.head(word) if word.rel == "conj" and word.is_finite else None
    if above is None or not above.is_present_participle or above.rel not in _NO_CLAUSE:
        return None
    if parse.children(word.i, "nsubj", "expl", "mark") or parse.children(above.i, "aux", "nsubj"):
        return None
    over = (w for w in parse.ancestors(above) if w.is_finite and w.i < above.i)
    return next(over, None)
