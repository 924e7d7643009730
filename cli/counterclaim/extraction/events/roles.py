"""What a claim says of its event beside who and where: degree, extent, outcome, state, weapon.

A role is set only where words of the claim give it; the words are in data/predicates/words.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from counterclaim.extraction.events.nominations import Content, Match
from counterclaim.extraction.grammar.arguments import is_kept_from, patients, phrase
from counterclaim.extraction.grammar.mood import is_near_miss, modals, negations
from counterclaim.extraction.grammar.voice import case_of
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import any_of, word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import family, load_predicates, load_words
from counterclaim.language.tree import Parse, Word

_UNIT = re.compile(rf"\b\d+(?:st|nd|rd|th)(?: [A-Z][\w-]*){{0,4}} {any_of('numbered_units')}\b")
_OUTSKIRTS = ("outskirts", "part", "surroundings")
_INTO = word_class("into")
_NOT_INSIDE = word_class("edges")
_AGENTS = word_class("by_whom")
_OUTSIDE = word_class("outside")
_HARM = (("kill", "killed"), ("dead", "killed"), ("death", "killed"), ("die", "killed"),
         ("body", "killed"), ("bodies", "killed"), ("toll", "killed"), ("wound", "wounded"),
         ("injur", "wounded"))  # fmt: skip


def find_roles(
    content: Content, match: Match, event_type: str, same: Sequence[Match] = ()
) -> dict[str, Any]:
    """The roles of one event, by name; the cues in `same` speak of it, too.

    "Russian forces have made marginal territorial gains" gives ``{"degree": "marginal"}``.
    """
    near, objects = _near(content, match), _objects(content, match)
    roles: dict[str, Any] = dict(match.cue.roles)
    filled = _filled(content, match, event_type, near, objects)
    roles |= {name: value for name, value in filled.items() if value is not None}
    if event_type in family("spot"):
        roles |= _where(content, match)
    if event_type in family("hitting"):
        roles |= _hit(content, objects + [w for m in same for w in _objects(content, m)])
    if event_type in family("unit"):
        roles["unit"] = _unit(content)
    if load_predicates()[event_type].kind == "quantity":
        roles |= _summed(content)
    negated = not match.vain and (
        is_negated(content, match)
        or (roles.get("degree") != "semi" and is_near_miss(content.parse, match.anchor))
    )
    if negated:
        roles["negated"] = True
    if event_type in family("tried"):
        roles["success"] = False if negated else None if _is_unreal(content, match) else True
    return {name: value for name, value in roles.items() if value is not None}


def _filled(
    content: Content, match: Match, event_type: str, near: list[Word], objects: list[Word]
) -> dict[str, Any]:
    """The roles that the row of the predicate asks for, and those of shares and tolls."""
    predicate = load_predicates()[event_type]
    roles: dict[str, Any] = dict(predicate.set)
    around = content.words if event_type in family("routes") else []
    for role, table in predicate.words:
        roles[role] = value_of(table, near) or value_of(table, around)
    if event_type in family("shares"):
        roles |= _extent(content, match, near, objects)
    if event_type in family("toll"):
        roles |= _toll(content, match, near)
    return roles


def value_of(table: str, words: list[Word]) -> str | None:
    """The role value that the first fitting of some words stands for, or None."""
    values = load_words().roles[table]
    for word in words:
        found = values.get(word.lower) or values.get(word.lemma)
        if found:
            return found
    return None


def _near(content: Content, match: Match) -> list[Word]:
    """The cue with its modifiers, and the verb that carries a noun cue with its own."""
    parse, anchor = content.parse, match.anchor
    found = {i: parse.words[i] for i in match.words}
    carriers = [anchor]
    above = parse.head(anchor)
    if above is not None and anchor.rel in ("obj", "nsubj", "xcomp", "obl", "nmod", "conj"):
        carriers.append(above)
        found[above.i] = above
    for carrier in carriers:
        for child in parse.children(carrier.i):
            if child.rel in ("amod", "advmod", "det", "aux", "compound", "nummod", "xcomp", "nmod"):
                found[child.i] = child
    return [found[i] for i in sorted(found)]


def _objects(content: Content, match: Match) -> list[Word]:
    """The words of all that the cue acts on or stands by, without those who do it."""
    parse = content.parse
    heads = [*patients(parse, match.anchor), *parse.children(match.anchor.i, "obl", "nmod")]
    words = {w.i: w for head in heads for w in phrase(parse, head)}
    doers = [w for w in words.values() if case_of(parse, w) in _AGENTS]
    doing = {w.i for doer in doers for w in parse.subtree(doer.i)}
    return [words[i] for i in sorted(words) if i in content.members and i not in doing]


def is_negated(content: Content, match: Match) -> bool:
    """Tell whether the event is said not to be, or to have failed."""
    parse, sets = content.parse, load_words().sets
    chain = [match.anchor]
    for above in parse.ancestors(match.anchor):
        linked = chain[-1].rel in ("obj", "xcomp", "obl", "nsubj", "cop", "aux", "nmod")
        linked = linked or (chain[-1].rel == "acl" and above.lemma in sets["attempts"])
        if not linked or above.i not in content.members or len(chain) > 2:
            break
        chain.append(above)
    if any(w.lemma in sets["failing"] or w.lower in sets["failing"] for w in chain[1:]):
        return True
    if _is_unreached(parse, chain[-1]) or _is_unreached(parse, match.anchor):
        return True
    own = {match.anchor.i} | set(match.words)
    counted = [*chain, *(w for link in chain for w in parse.children(link.i, "nsubj"))]
    counted += parse.children(match.anchor.i, "obj")
    if any(_is_none(parse, w, own) for w in counted):
        return True
    around = [w for link in chain for w in parse.children(link.i, "advmod", "det", "aux", "cc")]
    near = [w for w in around if w.i not in own and (w.head in own or w.rel != "det")]
    denied = any(w.i not in own for link in chain for w in negations(parse, link))
    return denied or any(w.lower in sets["negators"] for w in near)


def _is_none(parse: Parse, noun: Word, own: set[int]) -> bool:
    """Tell whether a noun stands for nobody: "no soldiers", "not a single shell", "none". "No
    fewer than ten" and "not only soldiers" are somebody; the words of the cue itself ("had no
    success") tell what happened.
    """
    sets = load_words().sets
    before = [w for w in parse.children(noun.i, "det", "advmod") if w.i < noun.i and w.i not in own]
    return noun.lower in sets["none"] or any(
        w.lower in sets["none"] and parse.words[w.i + 1].lower not in sets["after_no"]
        for w in before
    )


def _is_unreached(parse: Parse, word: Word) -> bool:
    """Tell whether it never came to an event: "have yet to agree", "far from taking the town",
    "kept from leaving", "no sign of troops leaving", "too early to talk of a siege"."""
    words = [
        w.lower
        for w in parse.words[max(word.i - limits().early_reach, 0) : word.i]
        if w.text.isalpha()
    ]
    early = any(a in word_class("too_early") and b == "to" for a, b in pairwise(words))
    if ("yet", "to") in pairwise(words[-4:]) or early or is_kept_from(parse, word):
        return True
    above, sets = parse.head(word), load_words().sets
    if above is None or word.rel not in ("acl", "advcl", "nmod", "obl", "ccomp", "xcomp"):
        return False
    if above.lemma in sets["distance"]:
        return word.is_present_participle
    return above.lemma in sets["signs"] and word.rel != "ccomp" and _is_none(parse, above, set())


def _is_unreal(content: Content, match: Match) -> bool:
    """Tell whether the event is only tried, possible or to come: then its success is open."""
    above = content.parse.head(match.anchor)
    tried = above is not None and above.lemma in load_words().sets["attempts"]
    return tried or bool(modals(content.parse, match.anchor))


def _extent(
    content: Content, match: Match, near: list[Word], objects: list[Word]
) -> dict[str, Any]:
    parse, anchor = content.parse, match.anchor
    if not anchor.is_verb:  # "part of the city is under Russian control"
        held = parse.children(anchor.i, "nsubj")
        objects = objects + [w for head in held for w in phrase(parse, head)]
    if any(w.lower == "fire" for w in near) and any(w.lemma == "control" for w in near):
        return {"extent": "fire_control"}
    extent = value_of("extent", [w for w in near if w.lower != "fire"] + objects)
    if extent == "full" and any(w.lower in cue_words("near_misses") for w in (*near, *objects)):
        extent = "most"
    return {"extent": extent, "object": _facility(content, match)}


def _facility(content: Content, match: Match) -> str | None:
    """The one thing in a place that is held or taken: "plant" for "seized the plant in Tokmak"."""
    parse, anchor = content.parse, match.anchor
    heads = patients(parse, anchor)
    if not anchor.is_verb:
        heads = [*heads, *parse.children(anchor.i, "nsubj")]
    facilities = load_words().sets["facilities"]
    return next((w.lemma for w in heads if w.lemma in facilities and w.i in content.members), None)


def _toll(content: Content, match: Match, near: list[Word]) -> dict[str, Any]:
    lemmas = {w.lemma for w in content.words} | {w.lower for w in content.words}
    harms = {harm for start, harm in _HARM if any(w.startswith(start) for w in lemmas)}
    harm = "killed_or_wounded" if len(harms) > 1 else next(iter(harms), None)
    heads = patients(content.parse, match.anchor)
    harmed = [w for head in heads for w in phrase(content.parse, head)]
    return {"harm": harm, "category": value_of("victims", [*near, *harmed])}


def _summed(content: Content) -> dict[str, Any]:
    """Whether a number sums up a period: "since October", "the toll has risen to"."""
    words = {form for w in content.words for form in (w.lemma, w.lower)}
    return {"cumulative": True} if words & load_words().sets["cumulative"] else {}


def _unit(content: Content) -> str | None:
    """The numbered unit a claim names: "72nd Mechanised Brigade"."""
    pieces = (content.parse.text[start:end] for start, end in content.spans)
    return next((found[0] for found in map(_UNIT.search, pieces) if found), None)


def _where(content: Content, match: Match) -> dict[str, Any]:
    """Whether it is inside a place or at its edge, where the words say so."""
    parse = content.parse
    roles: dict[str, Any] = {}
    for word in parse.children(match.anchor.i, "obl", "nmod", "advmod", "obj"):
        words = phrase(parse, word)
        edge = value_of("extent", [w for w in words if w.i in content.members])
        if edge in _OUTSKIRTS:
            roles["extent"] = edge
        case = case_of(parse, word)
        vague = any(w.lemma in _NOT_INSIDE for w in words) or edge == "surroundings"
        if case in _INTO and not vague and word.is_noun:
            roles["inside"] = True
        elif case in _OUTSIDE and case != "to":
            roles["inside"] = False
    return roles


def _hit(content: Content, objects: list[Word]) -> dict[str, Any]:
    classes = load_words().classes
    found = (c for w in objects for c in sorted(classes.get(w.lemma, frozenset())))
    hit = next((c.removeprefix("object:") for c in found if c.startswith("object:")), None)
    return {"object_hit": hit, "weapon": value_of("weapon", content.words)}
