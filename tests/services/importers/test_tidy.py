"""Offsets keep pointing at the same signs, whatever is cleaned away before them."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.importers.draft import Draft
from claimdesk.services.importers.intake import read_text
from claimdesk.services.importers.tidy import LINE, composed, tidy

PIECES = st.lists(
    st.sampled_from(
        ["Wort", "ä", "a\u0308", "e\u0301\u0323", "  ", "\n", LINE, "\u00ad", "\u200b", "\0", "각",
         "\u1112\u1161\u11ab", "🇰🇿", "👩‍👩‍👧", "\u00a0", ".", "\ufeff", "שלום"]
    ),
    max_size=30,
)  # fmt: skip


@given(PIECES)
def test_a_tidy_text_is_clean(pieces: list[str]) -> None:
    clean, _offsets = tidy("".join(pieces))
    clean, _offsets = composed(clean)
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == clean.strip(" \n")
    assert "  " not in clean
    assert "\n\n" not in clean
    assert not set(clean) & set("\0\u00ad\u200b\ufeff\t\r\u2028")


@given(PIECES, PIECES, PIECES)
def test_a_link_keeps_its_words(before: list[str], middle: list[str], after: list[str]) -> None:
    draft = Draft()
    draft.write("vorn. " + "".join(before) + " ")
    start = draft.place
    draft.write("«" + "".join(middle) + "»")
    draft.link(start, "https://a.example")
    draft.write(" " + "".join(after) + " hinten.")
    draft.end()
    [block] = draft.blocks
    [link] = block.links
    held = block.text[link.start : link.end].strip()
    assert held.startswith("«")
    assert held.endswith("»")


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_is_read_with_blocks_that_hold_all_of_it(paragraphs: list[str]) -> None:
    words = "Anfang der Sache.\n\n" + "\n\n".join(paragraphs)
    text = read_text(words)
    assert unicodedata.is_normalized("NFC", text.text)
    covered = set()
    for block in text.structure.blocks:
        assert text.text[block.start : block.end].strip(" \n")
        covered.update(range(block.start, block.end))
    left = {text.text[place] for place in range(len(text.text)) if place not in covered}
    assert left <= {"\n"}
    for link in text.structure.links:
        assert 0 <= link.start < link.end <= len(text.text)
    for lead in text.leads:
        assert 0 <= lead.start < lead.end <= len(text.text)


@given(st.lists(st.text(max_size=60), max_size=8))
def test_a_text_read_again_is_the_same(paragraphs: list[str]) -> None:
    once = read_text("Anfang der Sache.\n\n" + "\n\n".join(paragraphs))
    if once.file.media_type == "text/plain":
        again = read_text(once.text)
        if again.file.media_type == "text/plain":
            assert again.text == once.text
