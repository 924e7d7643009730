"""Who the source is: the mention beside the cue resolved inside the article.

A pronoun, a surname, `the ministry` or `the group's leader` points back at somebody the article
has named before; a name the registry knows gets its canonical form and the side it had that day.
When nothing decides, the mention is kept as it stands and the side is "unknown".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from counterclaim.knowledge.classify import Classified
from counterclaim.knowledge.cue_words import cue_words
from counterclaim.knowledge.mentions import ActorMention
from counterclaim.knowledge.registry import Registry, load_registry
from counterclaim.records.model import Span

_HE = frozenset({"he", "him", "his"})
_SHE = frozenset({"she", "her", "hers"})
_IT = frozenset({"it", "its"})
_THEY = frozenset({"they", "them", "their", "we", "us"})
_FIRST = frozenset({"i", "me", "my"})
PRONOUNS = _HE | _SHE | _IT | _THEY | _FIRST | {"who", "which"}
_ACRONYM = re.compile(
    r"\b((?:[A-Z][\w’'-]+|of|for|the|and|de|on|in)(?:\s(?:[A-Z][\w’'-]+|of|for|the|and|de|on|in)){1,8})\s?[(\[]([A-Z][A-Za-z]{1,7})[)\]]"
)
_CLASS_NOUNS = {
    "group": ("armed_group", "monitor", "think_tank", "paramilitary"),
    "militia": ("armed_group", "paramilitary"),
    "paramilitary": ("armed_group", "paramilitary"),
    "movement": ("armed_group",),
    "agency": ("international", "agency", "think_tank"),
    "watchdog": ("international", "monitor"),
    "institute": ("think_tank",),
    "monitor": ("monitor",),
    "think": ("think_tank",),
    "outlet": ("outlet", "agency"),
    "organisation": ("international", "monitor", "armed_group"),
    "organization": ("international", "monitor", "armed_group"),
}


@dataclass(slots=True)
class Speaker:
    """Somebody the article has named: where first and last, and what is known of them."""

    classified: Classified
    words: frozenset[str]
    offset: int
    sentence: int
    paragraph: int
    gender: str | None = None


@dataclass(slots=True)
class Cast:
    """The speakers of one article in the order in which they appear."""

    text: str
    published: str | None
    conflict: str | None = None
    actors: list[ActorMention] = field(default_factory=list)
    registry: Registry = field(default_factory=load_registry)
    speakers: list[Speaker] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.acronyms = {m[2]: _expansion(m[1], m[2]) for m in _ACRONYM.finditer(self.text)}

    def resolve(self, span: Span, sentence: int, paragraph: int) -> Classified:
        """The source behind one mention; the cast remembers it.

        Example:
            After `Olena Koval, the governor of Kherson, said …`, the mentions `she`, `Koval` and
            `the governor` all resolve to `Olena Koval`.
        """
        mention = self.text[span[0] : span[1]]
        word = mention.lower().strip()
        gender = _gender(mention)
        if word in PRONOUNS:
            found = self._antecedent(word, sentence, paragraph, span[0])
            if found is None:
                return Classified(
                    mention,
                    "person" if word in _HE | _SHE | _FIRST else "unnamed",
                    "unknown",
                    None,
                    None,
                    None,
                )
            if word in _HE | _SHE and found.classified.kind == "person":
                found.gender = "f" if word in _SHE else "m"
            self._touch(found, span[0], sentence, paragraph)
            return found.classified
        known = self._known(mention, span[0], sentence, paragraph)
        if known is not None:
            known.gender = known.gender or gender
            self._touch(known, span[0], sentence, paragraph)
            return known.classified
        full = self.acronyms.get(mention.removeprefix("the ").removeprefix("The "))
        classified = self.registry.classify(full or mention, self.published, self.conflict)
        classified = self._with_owner(classified, word, sentence, paragraph, span[0])
        self._add(classified, mention, span[0], sentence, paragraph, gender)
        return classified

    def _with_owner(
        self, classified: Classified, mention: str, sentence: int, paragraph: int, offset: int
    ) -> Classified:
        """`Its media office` is of the side of the organisation that "its" points at."""
        pronoun = mention.split(maxsplit=1)[0]
        if classified.side != "unknown" or pronoun not in ("its", "his", "her", "their"):
            return classified
        owner = self._antecedent(pronoun, sentence, paragraph, offset)
        if owner is None or sentence - owner.sentence > 1 or owner.paragraph != paragraph:
            return classified
        known = owner.classified
        return replace(classified, side=known.side, organisation=known.organisation or known.name)

    def _add(
        self,
        classified: Classified,
        mention: str,
        offset: int,
        sentence: int,
        paragraph: int,
        gender: str | None,
    ) -> None:
        words = frozenset(_words(mention) | _words(classified.name) | _words(classified.role or ""))
        self.speakers.append(Speaker(classified, words, offset, sentence, paragraph, gender))

    def _touch(self, speaker: Speaker, offset: int, sentence: int, paragraph: int) -> None:
        speaker.offset, speaker.sentence, speaker.paragraph = offset, sentence, paragraph
        self.speakers.remove(speaker)
        self.speakers.append(speaker)

    def _known(self, mention: str, offset: int, sentence: int, paragraph: int) -> Speaker | None:
        """A speaker named before whom this mention names again: same name, surname, acronym or a
        definite description (`the ministry`, `the group`)."""
        bare = re.sub(r"^(?:the|The|Mr|Mrs|Ms|Dr)\.?\s+", "", mention)
        words = _words(bare)
        if not words:
            return None
        for speaker in reversed(self.speakers):
            name = _words(speaker.classified.name)
            if words == name or (
                len(words) == 1
                and speaker.classified.kind == "person"
                and next(iter(words)) in _surnames(speaker)
            ):
                return speaker
        full = self.acronyms.get(bare)
        if full is not None:
            target = self.registry.classify(full, self.published, self.conflict).name
            return next((s for s in reversed(self.speakers) if s.classified.name == target), None)
        if not re.search(r"\b(?:of|by|from)\s|’s|'s", mention) and _last_word(mention) in cue_words(
            "document_sources"
        ):
            return self._described(bare, offset, sentence, paragraph)
        if mention[:4].lower() in ("the ", "his ", "her ", "its ") and not re.search(
            r"\s[A-Z]", mention[4:]
        ):
            return self._described(bare, offset, sentence, paragraph)
        if mention[:4].lower() == "the " and len(words) <= 2:
            return self._described(bare, offset, sentence, paragraph)
        return None

    def _described(
        self, description: str, offset: int, sentence: int, paragraph: int
    ) -> Speaker | None:
        """Whom `the ministry`, `the paramilitary group` means: a speaker whose words hold these, a
        speaker of that kind, or an actor of that kind that the article has named."""
        head = re.split(r",| of ", description, maxsplit=1)[0].split()[-1].lower()
        rest = _words(description)
        if head in cue_words("document_sources"):
            return next(
                (s for s in reversed(self.speakers) if s.classified.kind == "organisation"),
                None,
            )
        for speaker in reversed(self.speakers):
            if speaker.classified.kind != "unnamed" and rest <= speaker.words:
                return speaker
        kinds = _CLASS_NOUNS.get(head, ())
        for speaker in reversed(self.speakers):
            entry = speaker.classified.entry
            if entry is not None and entry.type in kinds:
                return speaker
        return self._acting(rest, kinds, offset, sentence, paragraph)

    def _acting(
        self, rest: set[str], kinds: tuple[str, ...], offset: int, sentence: int, paragraph: int
    ) -> Speaker | None:
        """An actor of the article that has not spoken yet but fits a description."""
        for actor in reversed([a for a in self.actors if a.end <= offset]):
            entry = self.registry.entries.get(actor.entry_id or "")
            if entry is None or entry.kind != "organisation":
                continue
            if entry.type in kinds or (
                rest <= _words(actor.text) and len(_words(actor.text)) > len(rest)
            ):
                classified = self.registry.classify(actor.text, self.published, self.conflict)
                self._add(classified, actor.text, offset, sentence, paragraph, None)
                return self.speakers[-1]
        return None

    def _antecedent(
        self, pronoun: str, sentence: int, paragraph: int, offset: int
    ) -> Speaker | None:
        """The nearest speaker that agrees with a pronoun. `He` for an institute is what translated
        copy says, so a sole speaker of the sentence before may be an organisation."""
        behind = [s for s in reversed(self.speakers) if s.offset < offset]
        wanted = "f" if pronoun in _SHE else "m" if pronoun in _HE else None
        if pronoun in _HE | _SHE | _FIRST:
            near = [
                s
                for s in behind
                if s.classified.kind != "organisation"
                and s.gender in (None, wanted)
                and sentence - s.sentence <= 6
            ]
            persons = [s for s in near if s.classified.kind == "person"] or near
            last = behind[0] if behind else None
            if (
                last is not None
                and last.classified.kind == "organisation"
                and last.paragraph == paragraph
                and not any(s.paragraph == paragraph for s in persons)
            ):
                return last
            return persons[0] if persons else None
        if pronoun in _IT:
            return next((s for s in behind if s.classified.kind == "organisation"), None)
        return next((s for s in behind if s.classified.kind in ("unnamed", "organisation")), None)


def _expansion(words: str, acronym: str) -> str:
    """The words an acronym in brackets stands for: those whose initials it spells, from the
    right."""
    parts = words.split()
    capitals = [i for i, p in enumerate(parts) if p[0].isupper()]
    start = (
        capitals[-len(acronym)]
        if len(acronym) <= len(capitals)
        else (capitals[0] if capitals else 0)
    )
    return " ".join(parts[start:])


def _last_word(mention: str) -> str:
    return mention.rsplit(maxsplit=1)[-1].lower()


def _words(name: str) -> set[str]:
    return {
        w
        for w in re.findall(r"\w+", name.lower().replace("’s", "").replace("'s", ""))
        if w not in ("the", "of", "a", "an", "mr", "mrs", "ms", "and")
    }


def _surnames(speaker: Speaker) -> set[str]:
    parts = speaker.classified.name.split()
    return {p.lower() for p in parts[1:]} if len(parts) > 1 else {p.lower() for p in parts}


def _gender(mention: str) -> str | None:
    words = set(re.findall(r"[a-z]+", mention.lower()))
    return "f" if words & cue_words("female") else "m" if words & cue_words("male") else None
