"""Trees of reports, mended by what is known of verbs and nouns of saying.

A parser joins a verb of saying to what is said (`denied that A had fallen and said that B had held`
is one denial and one statement of the same voice), and takes a noun of saying for a verb (`rejected
rebel claims that …`).
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.extraction.grammar.hidden_reports import with_presents
from counterclaim.extraction.grammar.joined_predicates import with_finite, with_pasts, with_told
from counterclaim.extraction.grammar.report_words import (
    changed,
    saying,
    with_commons,
    with_names,
    with_nouns,
    with_participles,
    with_verbs,
    without_labels,
)
from counterclaim.extraction.grammar.words import in_name, is_somebody
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.cues import VerbCue, load_cues
from counterclaim.knowledge.frames import load_frames
from counterclaim.language.tree import Parse, Word

_CLAUSES = ("ccomp", "acl", "advcl", "xcomp")
_HEARS = ("obl", "iobj", "obj")


def mend_reports(parse: Parse) -> Parse:
    """The tree with nouns of saying as nouns, and each verb of saying that goes on with what
    another one says joined to that one.

    Example:
        In `The army said rebels had burned the mill and accused them of murder` it is the army that
        accused, not the rebels.
    """
    for mended in (
        without_labels,
        with_commons,
        with_names,
        with_participles,
        with_verbs,
        with_presents,
        with_pasts,
        with_nouns,
        _with_agents,
        _with_clauses,
        _with_shown,
        _with_reduced,
        _with_takers,
        _with_raised,
        with_finite,
        with_told,
    ):
        parse = mended(parse)
    return parse


def _with_agents(parse: Parse) -> Parse:
    """`denied claims by the rebels that …`: whoever stands with "by" behind a noun of saying has
    claimed, and denied nothing."""
    made = {w.i: noun for w in parse.words if (noun := _made_by(parse, w)) is not None}

    def change(word: Word) -> Word:
        return replace(word, head=made[word.i], dep="nmod") if word.i in made else word

    return changed(parse, change) if made else parse


def _made_by(parse: Parse, word: Word) -> int | None:
    """The noun of saying right before the "by" or "from" of a phrase that hangs on its verb."""
    case = parse.child(word.i, "case") if word.rel == "obl" else None
    if case is None or case.lower not in ("by", "from") or not case.i:
        return None
    noun = parse.words[case.i - 1]
    claims = noun.rel == "obj" and noun.head == word.head and load_cues().noun(noun.lemma)
    return noun.i if claims else None


def _with_clauses(parse: Parse) -> Parse:
    """`confirmed to reporters that drones had hit it`: what has a subject besides "that" is no
    relative clause of who is told."""
    said = {w.i: verb for w in parse.words if (verb := _told_by(parse, w)) is not None}

    def change(word: Word) -> Word:
        if word.i in said:
            return replace(word, head=said[word.i].i, dep="ccomp")
        opens = word.head in said and word.lower == "that" and word.i < word.head
        return replace(word, dep="mark") if opens else word

    return changed(parse, change) if said else parse


def _told_by(parse: Parse, word: Word) -> Word | None:
    """The verb of saying whose hearer a whole clause was hung on."""
    hearer = parse.head(word) if word.rel == "acl" else None
    verb = parse.head(hearer) if hearer is not None and hearer.rel in _HEARS else None
    entry = saying(verb) if verb is not None and verb.i < word.i else None
    if verb is None or entry is None or hearer is None:
        return None
    told = "addressee" in entry.frames  # `told Reuters that …`, with "that" for an object
    if hearer.rel != "obl" and not told:
        return None
    before = [w for w in parse.children(word.i) if w.i < word.i]
    roles = ("nsubj", "mark", "obj") if told else ("nsubj", "mark")
    that = any(w.lower == "that" and w.rel in roles for w in before)
    own = any(w.rel == "nsubj" and w.lower != "that" and not w.is_relative for w in before)
    bare = told and hearer.rel == "iobj"  # `told local leaders the town had fallen`
    return verb if own and (that or bare) else None


def _with_shown(parse: Parse) -> Parse:
    """`Video posted by an aide shows …`, `Footage shot on Monday showed …`: the last of two verbs
    is that of the pictures, the first only tells where they are from."""
    shown = {w.i: made for w in parse.words if (made := _made_before(parse, w)) is not None}
    if not shown:
        return parse
    makers = {made.i: parse.words[i] for i, made in shown.items()}
    pictures = {w.i: makers[i] for i in makers for w in parse.children(i, "nsubj") if w.i < i}
    last = {i: _last_noun(parse, i, made.i) for i, made in shown.items()}
    lasts = {noun.i: shown[i] for i, noun in last.items() if noun is not None}

    def change(word: Word) -> Word:
        if word.i in shown:
            made = shown[word.i]
            top = word.i if made.head == made.i else made.head
            return word.as_finite(_tense(word), head=top, dep=made.dep)
        if word.i in makers:
            noun = next(w for w in parse.children(word.i, "nsubj") if w.i < word.i)
            return word.as_past_participle(head=noun.i, dep="acl")
        if word.i in pictures:
            return replace(word, head=pictures[word.i].i, dep="nsubj")
        if word.i in lasts:
            return replace(word, head=lasts[word.i].i, dep="obl")
        if word.head in shown and word.i < word.head:
            own = last[word.head]
            return word if own is None else replace(word, head=own.i)
        behind = word.head in makers and word.i > makers[word.head].i
        return replace(word, head=makers[word.head].i) if behind else word

    return changed(parse, change)


def _made_before(parse: Parse, word: Word) -> Word | None:
    """The verb of making or giving right behind pictures or papers, on which what they show was
    hung as if it were a noun."""
    entry = load_cues().verb(word.lemma) if word.is_finite else None
    made = parse.head(word) if entry is not None and entry.documents else None
    if (
        made is None
        or made.i >= word.i
        or word.rel not in ("obl", "obj", "nmod")
        or not made.is_past
    ):
        return None
    classes = load_frames().classes
    named = made.lemma in classes["making"] | classes["handling"]
    noun = parse.child(made.i, "nsubj")
    beside = noun is not None and noun.i == made.i - 1 and _bears_witness(noun)
    return made if named and beside else None


def _bears_witness(noun: Word) -> bool:
    stem = noun.lower.removesuffix("s")
    return bool({noun.lemma, stem} & cue_words("evidence_nouns")) or _is_document(noun)


def _last_noun(parse: Parse, verb: int, made: int) -> Word | None:
    """The noun before a verb that was read as its first half: "media" of `by media shows`."""
    nouns = [w for w in parse.children(verb) if made < w.i < verb and w.is_noun]
    return nouns[-1] if nouns else None


def _tense(verb: Word) -> str:
    if verb.is_past:
        return "past"
    return "present singular" if verb.is_singular else "present"


def _with_reduced(parse: Parse) -> Parse:
    """`Two envoys briefed on the talks said …`: who is briefed speaks."""
    told = {w.i: w.head for w in parse.words if _is_aside(parse, w)}
    voices = {v.i: i for i in told for v in parse.children(i, "nsubj")}

    def change(word: Word) -> Word:
        if word.i in voices:
            return replace(word, head=told[voices[word.i]], dep="nsubj")
        if word.i in told:
            noun = parse.children(word.i, "nsubj")[0]
            return replace(word, head=noun.i, dep="acl")
        return word

    return changed(parse, change) if told else parse


def _is_aside(parse: Parse, word: Word) -> bool:
    """Whether a past tense right behind its subject, or between commas, stands before a verb of
    saying that has none: `A statement read out on the radio said …`, `The memo, dated 3 March,
    says …`."""
    said = parse.head(word) if word.rel == "ccomp" and word.is_past else None
    if said is None or said.i < word.i or parse.child(said.i, "nsubj") or not _tells(said):
        return False
    subject = parse.child(word.i, "nsubj")
    if subject is None or not (is_somebody(subject) or _is_document(subject)):
        return False
    set_off = parse.words[word.i - 1].text == "," == parse.words[said.i - 1].text
    beside = subject.i == word.i - 1 - set_off
    between = parse.words[word.i + 1 : said.i - set_off]
    return beside and not any(w.text in ",;" or w.is_finite for w in between)


def _tells(verb: Word) -> bool:
    entry = load_cues().verb(verb.lemma)
    return verb.is_finite and entry is not None and entry.speech


def _is_document(noun: Word) -> bool:
    return noun.lemma in cue_words("document_nouns", "document_sources")


def _with_takers(parse: Parse) -> Parse:
    """`…, a claim the army denied`: what stands between a claim and a verb takes it up."""
    takers = {w.i - 1: w.i for w in parse.words if _takes_up(parse, w)}
    verbs = set(takers.values())

    def change(word: Word) -> Word:
        if word.i in takers:
            return replace(word, head=takers[word.i], dep="nsubj")
        return word.as_finite("past", dep="acl:relcl") if word.i in verbs else word

    return changed(parse, change) if takers else parse


def _takes_up(parse: Parse, word: Word) -> bool:
    noun = parse.head(word) if word.rel == "acl" and word.is_past_participle else None
    if noun is None or noun.lemma not in cue_words("anaphoric_nouns") or word.i < noun.i + 2:
        return False
    between = parse.words[noun.i + 1 : word.i]
    opens = between[0].is_determiner or between[0].is_proper
    free = not parse.children(word.i, "aux", "nsubj") and all(in_name(w) for w in between)
    return opens and free and between[-1].is_noun and saying(word) is not None


def _with_raised(parse: Parse) -> Parse:
    raised = {w.i: report for w in parse.words if (report := _report_above(parse, w)) is not None}
    return changed(parse, lambda w: _joined(w, raised[w.i]) if w.i in raised else w)


def _joined(word: Word, report: Word) -> Word:
    finite = word if word.is_finite else word.as_finite("past")
    return replace(finite, head=report.i, dep="conj")


def _report_above(parse: Parse, verb: Word) -> Word | None:
    """The verb of saying that a coordinated one belongs to, where it hangs on what is said."""
    if verb.rel != "conj" or not _goes_on(parse, verb):
        return None
    said = parse.words[verb.head]
    while said.rel == "conj" and said.head != said.i:
        said = parse.words[said.head]
    report = parse.head(said) if said.rel in _CLAUSES else None
    if report is not None and report.is_noun:  # `rejected claims that A …`
        report = parse.head(report)
    if report is None or not report.i < said.i < verb.i:
        return None
    entry = saying(report)
    if entry is None or not report.is_finite:
        return None
    same = verb.has_form_of(report) or (report.is_past and not verb.is_finite)
    if not same and entry.stance != "denies":
        return None
    return report if _tells_apart(parse, said, verb, entry) else None


def _goes_on(parse: Parse, verb: Word) -> bool:
    """Whether a verb says something and leaves out who: `and added that …`."""
    if saying(verb) is None or not (verb.is_finite or verb.is_past_participle):
        return False
    return not parse.children(verb.i, "nsubj", "expl", "aux", "cop", "mark")


def _tells_apart(parse: Parse, said: Word, verb: Word, report: VerbCue) -> bool:
    """Whether what is said goes on with another form, or tells of what cannot speak; whoever denies
    one thing goes on for himself."""
    helped = bool(parse.children(said.i, "aux", "cop")) or not said.is_finite
    subjects = parse.children(said.i, "nsubj")
    dumb = not any(is_somebody(w) for w in subjects)
    return helped or dumb or report.stance == "denies"
