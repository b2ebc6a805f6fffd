"""Who says it: the person or source that a sentence, or the one before, names."""

from collections.abc import Sequence

from claimdesk.services.detection.sentence import Sentence

_ARTICLES = frozenset("der die das dem den des ein eine einer einem einen the a an".split())
_ACCORDING = frozenset(("laut", "according", "gemäß"))
_PRONOUNS = frozenset("er sie es he she they it".split())
_NAME_TAGS = ("noun", "name", "plural")


_LOOSE = frozenset(
    "puts put found finds showed shows points pointed calls called gibt gab hält hielt weist "
    "findet zählt zählte spricht sprach ruft rief wirft warf teilt teilte rechnet rechnete "
    "considers consider thinks thought hervor beschreibt describes described".split()
)
"""Verbs that say something only now and then."""


def speaker_of(sentence: Sentence) -> str | None:
    """Who is said to say this sentence; None where nobody is named."""
    for place, token in enumerate(sentence.tokens):
        if sentence.quoted[place]:
            continue
        if token.lower in _ACCORDING:
            return _name(sentence, place + 1 + (token.lower == "according"))
        if token.lower == "zufolge" and place:
            return _name_before(sentence, place - 1)
        if token.lower == "nach" and _word(sentence, place + 1) in _TOLD:
            return _name(sentence, place + 2)
        if "say" in sentence.classes[place] and (token.lower not in _LOOSE or any(sentence.quoted)):
            found = _name(sentence, place + 1) or _name_before(sentence, place - 1)
            if found and _can_speak(sentence, found):
                return found
    return None


_TOLD = ("angaben", "aussage", "aussagen", "ansicht", "auskunft", "darstellung", "worten")


def _can_speak(sentence: Sentence, name: str) -> bool:
    """Whether it is a person or body, and not the thing that is said."""
    return any(
        sentence.names[at] == "person"
        or "title" in sentence.classes[at]
        or "org" in sentence.classes[at]
        or (sentence.language == "en" and " " in name)
        for at, token in enumerate(sentence.tokens)
        if token.text in name.split()
    )


def _word(sentence: Sentence, place: int) -> str:
    return sentence.tokens[place].lower if place < len(sentence.tokens) else ""


def _name(sentence: Sentence, place: int) -> str | None:
    """The name or noun that begins here, without its article."""
    while _word(sentence, place) in _ARTICLES or _word(sentence, place) in ("to", "von", "vom"):
        place += 1
    first = place
    while (
        place < len(sentence.tokens)
        and not sentence.quoted[place]
        and (_is_name(sentence, place) or (place > first and _joins(sentence, place)))
    ):
        place += 1
    return sentence.between(first, place - 1) if place > first else None


def _name_before(sentence: Sentence, place: int) -> str | None:
    last = place
    while place >= 0 and not sentence.quoted[place] and _is_name(sentence, place):
        place -= 1
    return sentence.between(place + 1, last) if place < last else None


def _is_name(sentence: Sentence, place: int) -> bool:
    text = sentence.tokens[place].text
    if not text[0].isupper() or "timeunit" in sentence.classes[place]:
        return False
    if "pron" in sentence.classes[place]:
        return False
    return sentence.tags[place] in _NAME_TAGS or "title" in sentence.classes[place] or place > 0


def _joins(sentence: Sentence, place: int) -> bool:
    """'Minister of Trade', 'Dr. Berg'."""
    token = sentence.tokens[place]
    if place + 1 >= len(sentence.tokens) or not sentence.tokens[place + 1].text[0].isupper():
        return False
    if token.text == ".":
        return sentence.tokens[place - 1].lower in ("dr", "prof", "mr", "mrs", "ms", "st")
    return token.lower in ("von", "of", "der", "the", "für", "for")


class Speakers:
    """Keeps who spoke last in a paragraph: a quotation goes on, 'sagt sie' means the same."""

    def __init__(self) -> None:
        self._last: str | None = None

    def of_all(self, sentences: Sequence[Sentence]) -> list[str | None]:
        """The same for a whole paragraph: a quotation over sentences has one speaker."""
        found = [self.of(sentence) for sentence in sentences]
        for at in range(len(sentences) - 2, -1, -1):
            goes_on = sentences[at].quoted[-1:] and sentences[at].quoted[-1]
            if goes_on and speaker_of(sentences[at]) is None:
                found[at] = found[at + 1]
        return found

    def of(self, sentence: Sentence) -> str | None:
        """Who says this sentence, or what of it stands in quotes."""
        found = speaker_of(sentence)
        if found:
            self._last = found
            return found
        quoted = any(sentence.quoted)
        says = any("say" in names for names in sentence.classes)
        pronoun = any(token.lower in _PRONOUNS for token in sentence.tokens)
        return self._last if quoted or (says and pronoun) or _subjunctive(sentence) else None


def _subjunctive(sentence: Sentence) -> bool:
    """German tells others' words in the Konjunktiv I."""
    return sentence.language == "de" and any(
        "subj1" in names and not quoted
        for names, quoted in zip(sentence.classes, sentence.quoted, strict=True)
    )


def covered(sentence: Sentence, first: int, last: int, speaker: str | None) -> str | None:
    """The speaker, where the passage is told by somebody and not by the text itself."""
    if speaker is None or speaker in sentence.between(first, last):
        return None
    if any(sentence.quoted[first : last + 1]):
        return speaker
    clause = sentence.clauses[first]
    near = [at for at, number in enumerate(sentence.clauses) if number == clause]
    if any("subj1" in sentence.classes[at] for at in near) and sentence.language == "de":
        return speaker
    if any("source" in names for names in sentence.classes) and _by_source(sentence):
        return speaker
    beside = [
        at
        for at, number in enumerate(sentence.clauses)
        if abs(number - clause) == 1 and not sentence.quoted[at]
    ]
    return speaker if any(_says(sentence, at) for at in beside) else None


def _by_source(sentence: Sentence) -> bool:
    return any(token.lower in (*_ACCORDING, "zufolge") for token in sentence.tokens)


def _says(sentence: Sentence, place: int) -> bool:
    return "say" in sentence.classes[place] and sentence.tokens[place].lower not in _LOOSE
