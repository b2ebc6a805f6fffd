"""WordprocessingML as text."""

from hypothesis import given
from hypothesis import strategies as st

from claimdesk.services.exporters.hygiene import clean
from claimdesk.services.exporters.word.markup import paragraph, parsed, run, text


@given(st.text())
def test_words_are_never_markup(words: str) -> None:
    words = clean(words)
    found = parsed("w:body", paragraph(run(words)))
    assert "".join(one.text for one in found.iter("{*}t")) == words.replace("\n", "").replace(
        "\t", ""
    )
    assert len(list(found.iter("{*}br"))) == words.count("\n")
    assert len(list(found.iter("{*}tab"))) == words.count("\t")


def test_more_than_a_book_is_read() -> None:
    found = parsed("w:r", text("Wort " * 2_100_000))
    assert len(found[0].text) == 10_500_000
