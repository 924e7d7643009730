"""Who does what to whom, as the tree of a sentence says it: voice, subject, object, preposition."""

from __future__ import annotations

from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.lexicon import word_class
from counterclaim.knowledge.limits import limits
from counterclaim.knowledge.predicates import load_words
from counterclaim.language.tree import Parse, Word

_RELATIVES = ("WDT", "WP", "WP$")
_FINITE = ("VBD", "VBZ", "VBP")
_BEFORE_HEAD = ("det", "amod", "nummod", "compound", "nmod:poss", "advmod", "case", "flat")
_ON = word_class("onto")


def case_of(parse: Parse, word: Word) -> str:
    """The preposition of a noun: "on" for "positions" in "on Russian positions"."""
    mark = parse.child(word.i, "case")
    return mark.lower if mark else ""


def phrase(parse: Parse, head: Word) -> list[Word]:
    """A noun with its modifiers but without the clauses that hang on it."""
    return parse.subtree(head.i, without=("acl", "advcl", "appos", "parataxis", "punct"))


def is_misread_verb(parse: Parse, word: Word) -> bool:
    """Tell whether the verb was read as a participle of its subject: "The UN called on ..."."""
    if word.dep != "acl" or word.tag not in ("VBN", "VBD") or word.i == 0:
        return False
    above = parse.words[word.head]
    return above.head == above.i == word.i - 1 and above.tag in ("NNP", "NNPS")


def is_passive(parse: Parse, verb: Word) -> bool:
    """Tell "was attacked", "attacked by" from "attacked"."""
    helping = {w.lemma for w in parse.children(verb.i, "aux", "cop")}
    if is_misread_verb(parse, verb):
        return False
    if "have" in helping and not helping & word_class("passive_auxiliaries"):
        return False  # parsers mistake the voice more often than the auxiliary
    if parse.child(verb.i, "nsubj:pass", "aux:pass"):
        return True
    if verb.tag == "VBN" and parse.child(verb.i, "nsubj") and not parse.child(verb.i, "obj"):
        return bool(helping & word_class("passive_auxiliaries"))
    bare = verb.rel in ("acl", "amod") and verb.tag == "VBN"
    # "Three people injured when ...": without an object such a verb has befallen its subject.
    bare = bare or (verb.tag in ("VBD", "VBN") and verb.lemma in load_words().sets["befalling"])
    return (
        bare
        and not parse.child(verb.i, "obj")
        and (verb.rel not in ("acl", "amod") or not parse.child(verb.i, "nsubj"))
    )


def subject(parse: Parse, verb: Word) -> Word | None:
    """The noun that does the verb: its own subject or the one it shares with its governor."""
    if is_passive(parse, verb):
        return None
    own = [w for w in parse.children(verb.i, "nsubj") if w.i < verb.i][-1:]
    own = own or parse.children(verb.i, "nsubj")
    if own:
        return antecedent(parse, own[0], verb)
    above = parse.head(verb)
    if above is None:
        return None
    if verb.rel == "acl":
        return (
            above
            if verb.tag == "VBG" or is_misread_verb(parse, verb) or parse.child(verb.i, "mark")
            else None
        )
    if is_kept_from(parse, verb):
        return parse.child(above.i, "obj", "nsubj:pass")
    # A finite clause ("after rebels attacked") has a subject of its own, read or misread.
    shares = verb.rel in ("conj", "xcomp") or (verb.rel == "advcl" and verb.tag not in _FINITE)
    shares = shares and (above.is_verb or above.tag == "JJ")
    return subject(parse, above) if shares else None


def is_kept_from(parse: Parse, verb: Word) -> bool:
    """Tell whether somebody was kept from doing it: "prevented the rebels from leaving"."""
    above = parse.head(verb)
    marks = {w.lower for w in parse.children(verb.i, "mark", "case")}
    kept = above is not None and above.lemma in load_words().sets["keeping"]
    return kept and verb.tag == "VBG" and "from" in marks


def patients(parse: Parse, word: Word) -> list[Word]:
    """The heads of what `word` acts on: object, passive subject, or the noun it describes.

    In "the captured village" and "the village which rebels captured" that is the village; of a
    noun ("the capture of the village") it is what follows "of", "on" or "against".
    """
    named = _named_behind(parse, word)
    if named is not None:
        return [named]
    passive = is_passive(parse, word)
    found = parse.children(word.i, "obj", *(["nsubj"] if passive else []))
    if not found and word.is_verb and not passive:
        found = [w for w in parse.children(word.i, "xcomp") if w.tag.startswith("NN")]
    found = [antecedent(parse, w, word) for w in found]
    head = parse.head(word)
    if head is not None and not found:
        bare = word.rel in ("acl", "amod") and word.tag in ("VBN", "VBD", "JJ")
        related = word.dep == "acl:relcl" and parse.child(word.i, "nsubj") is not None
        if bare or related or word.rel == "compound":
            found = [head]
        elif word.rel == "conj" and head.is_verb and word.is_verb:
            found = parse.children(head.i, "nsubj:pass") if is_passive(parse, head) else []
    if not found and not word.is_verb:
        found = [w for w in parse.children(word.i, "nmod") if case_of(parse, w) in _ON]
    return found


def _named_behind(parse: Parse, verb: Word) -> Word | None:
    """The head of the name that somebody gives what is acted on: "fighters" for "struck" in
    "struck what it called senior Hamas fighters", "what the army said were Hamas fighters"."""
    behind = parse.words[verb.i + 1 : verb.i + 1 + limits().particle_reach]
    if not verb.is_verb or not behind or behind[0].lower != "what":
        return None
    for at, word in enumerate(behind[1:], start=1):
        calls = word.lemma in cue_words("naming_verbs") or word.lower == "as"
        if (calls or word.lemma == "be") and at + 1 < len(behind):
            head = behind[at + 1]
            while head.rel in _BEFORE_HEAD and head.head > head.i:
                head = parse.words[head.head]
            return head if head.tag.startswith("NN") else None
    return None


def antecedent(parse: Parse, noun: Word, verb: Word) -> Word:
    """The noun a relative pronoun stands for; any other word itself."""
    if noun.tag in _RELATIVES or noun.lower in word_class("relative_pronouns"):
        above = parse.head(verb)
        if above is not None and verb.rel == "acl":
            return above
    return noun
