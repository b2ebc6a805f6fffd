from hypothesis import given
from hypothesis import strategies as st

from claimdesk.domain.anchor import AnchorOrigin
from claimdesk.domain.carry_over import Carried, CarryOver, Difference, OldClaim, Reason
from claimdesk.domain.comparison import PieceKind
from claimdesk.services.anchoring.sentences import sentences
from claimdesk.services.matching.carry_over import carry_over

_NOUNS = "Brunnen Mauern Türme Gärten Häfen Mühlen Brücken Kirchen Schulen Märkte"
_TOWNS = "Adorf Behausen Calden Dürnau Ebrach Forst Gleina Hüfingen"
NOUNS, TOWNS = _NOUNS.split(), _TOWNS.split()


def paragraphs(count: int) -> list[str]:
    """Paragraphs of three sentences, no two sentences alike."""
    return [
        " ".join(
            f"In {TOWNS[(number * 3 + part) % 8]} stehen {100 + number * 3 + part} "
            f"{NOUNS[(number + part) % 10]}."
            for part in range(3)
        )
        for number in range(count)
    ]


def claim_of(text: str, words: str, **more: tuple[tuple[str, str], ...]) -> OldClaim:
    start = text.index(words)
    return OldClaim(1, start, start + len(words), **more)


def carried(old: str, words: str, new: str, **more: tuple[tuple[str, str], ...]) -> Carried:
    return carry_over(old, [claim_of(old, words, **more)], new, "de").claims[0]


def words_of(text: str, one: Carried) -> str | None:
    return None if one.start is None else text[one.start : one.end]


BEGIN, END = "Am Anfang steht dies.", "Am Ende steht das."


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[str], list[str], str]:
    """Old paragraphs, the new ones after edits outside one sentence, and that sentence."""
    old = paragraphs(draw(st.integers(2, 8)))
    kept = draw(st.integers(0, len(old) - 1))
    cut = [old[kept][slice(*span)] for span in sentences(old[kept], "de")]
    sentence = cut[draw(st.integers(0, 2))]
    new = list(old)
    for _round in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(new) - 1))
        deed = draw(st.sampled_from(("insert", "delete", "replace", "move", "within")))
        if deed == "insert":
            new.insert(
                place, draw(st.sampled_from(("Neu ist dies.", "Es gab 7 Tore. Und 8.", "A")))
            )
        elif deed == "move":
            new.insert(draw(st.integers(0, len(new) - 1)), new.pop(place))
        elif deed == "within":
            parts = new[place].split(sentence)
            new[place] = sentence.join(part.replace("stehen", "stehen noch") for part in parts)
        elif sentence not in new[place]:
            new[place : place + 1] = [] if deed == "delete" else ["Statt dessen steht hier das."]
    return old, new, sentence


@given(edited())
def test_edits_outside_its_sentence_leave_an_anchor_on_the_same_characters(
    case: tuple[list[str], list[str], str],
) -> None:
    old, new, sentence = "\n\n".join(case[0]), "\n\n".join(case[1]), case[2]
    begin = old.index(sentence)
    words = sentence.split()
    claims = [
        OldClaim(1, begin, begin + len(sentence)),
        OldClaim(2, begin + sentence.index(words[3]), begin + len(sentence) - 1),
    ]
    for claim, one in zip(claims, carry_over(old, claims, new, "de").claims, strict=True):
        assert one.state in (AnchorOrigin.SAME, AnchorOrigin.MOVED)
        assert one.start == new.index(sentence) + claim.start - begin
        assert one.end == one.start + claim.end - claim.start


@given(st.text("ab1. \n„“", max_size=60), st.text("ab1. \n„“", max_size=60), st.data())
def test_any_two_texts_give_an_answer_within_the_new_one(
    old: str, new: str, data: st.DataObject
) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    one = carry_over(old, [OldClaim(1, start, end)], new).claims[0]
    assert (one.state is AnchorOrigin.GONE) == (one.start is None)
    if one.start is not None:
        assert one.end is not None
        assert 0 <= one.start < one.end <= len(new)


def test_repeated_sentences_are_told_by_their_neighbours() -> None:
    old = f"{BEGIN} Das ist wahr. Rot ist schön. Das ist wahr. {END}"
    new = f"Ganz neu ist dies. {BEGIN} Das ist wahr. Rot ist schön. Das ist wahr. {END}"
    for number in (0, 1):
        start = [old.index("Das ist wahr"), old.rindex("Das ist wahr")][number]
        wanted = [new.index("Das ist wahr"), new.rindex("Das ist wahr")][number]
        one = carry_over(old, [OldClaim(1, start, start + 12)], new, "de").claims[0]
        assert (one.state, one.start) == (AnchorOrigin.SAME, wanted)


def test_of_two_equally_good_places_none_is_guessed() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    new = "Neu ist dies. In Adorf stehen 40 Mühlen. Es geht weiter. In Adorf stehen 40 Mühlen. Aus."
    one = carried(old, "40 Mühlen", new)
    assert (one.state, one.start) == (AnchorOrigin.GONE, None)
    assert one.difference.reason is Reason.AMBIGUOUS


def test_a_passage_that_left_is_gone() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    one = carried(old, "40 Mühlen", f"{BEGIN} {END}")
    assert (one.state, one.difference.reason) == (AnchorOrigin.GONE, Reason.NOT_FOUND)


def test_an_accepted_correction_is_known_again() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    new = f"{BEGIN} In Adorf stehen 44 Mühlen. {END}"
    corrections = (("40 Mühlen", "44 Mühlen"),)
    one = carried(old, "40 Mühlen", new, corrections=corrections)
    assert (one.state, words_of(new, one)) == (AnchorOrigin.CORRECTED, "44 Mühlen")
    other = new.replace("44", "45")
    assert carried(old, "40 Mühlen", other, corrections=corrections).state is (
        AnchorOrigin.FACT_CHANGED
    )
    assert carried(old, "40 Mühlen", old, corrections=corrections).state is AnchorOrigin.SAME


def test_a_correction_of_the_whole_sentence_is_known_again() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    sentence = "Der Ort besitzt noch drei Windräder."
    new = f"{BEGIN} {sentence} {END}"
    corrections = (("In Adorf stehen 40 Mühlen.", sentence),)
    one = carried(old, "40 Mühlen", new, corrections=corrections)
    assert one.state is AnchorOrigin.CORRECTED
    assert words_of(new, one) in sentence


def test_a_sentence_cut_in_two_keeps_its_claims() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen, in Forst wohnen 90 Müller. {END}"
    new = f"{BEGIN} In Adorf stehen 40 Mühlen. In Forst wohnen 90 Müller. {END}"
    for words in ("40 Mühlen", "90 Müller"):
        one = carried(old, words, new)
        assert words_of(new, one) == words


def test_a_difference_says_what_went_and_what_came() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    one = carried(old, "40 Mühlen", old.replace("40", "50"))
    assert one.difference.reason is Reason.NUMBER
    changed = [(p.kind, p.text) for p in one.difference.pieces if p.kind is not PieceKind.SAME]
    assert changed == [(PieceKind.REMOVED, "40"), (PieceKind.ADDED, "50")]
    assert Difference.from_json(one.difference.to_json()) == one.difference
    assert Difference.from_json("[1]") == Difference.from_json(None) == Difference()


def news(old: str, new: str) -> list[str]:
    found: CarryOver = carry_over(old, [], new, "de")
    return [new[start:end] for start, end in found.new_passages]


def test_what_is_new_is_listed() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    assert news(old, old) == []
    assert news(old, old.replace(END, f"Neu sind 7 Tore. {END}")) == ["Neu sind 7 Tore."]
    longer = old.replace("Mühlen.", "Mühlen, und Forst baut gerade acht neue Brunnen.")
    assert news(old, longer) == ["Forst baut gerade acht neue Brunnen"]


def test_what_stays_is_told_sentence_by_sentence() -> None:
    old = f"{BEGIN} In Adorf stehen 40 Mühlen. {END}"
    new = f"{BEGIN} In Adorf stehen 41 Mühlen. {END}"
    kept = carry_over(old, [], new, "de").kept
    assert [(old[slice(*a)], new[slice(*b)]) for a, b in kept] == [(BEGIN, BEGIN), (END, END)]
