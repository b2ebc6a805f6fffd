"""The process that finds claims: 'python -m claimdesk.services.finding.worker'. It gets ready, then
waits for one request on standard input, and answers on standard output as it reads on. It ends
with its pipes."""

import hashlib
import sys
from collections.abc import Iterator
from contextlib import suppress

from claimdesk.services.finding.talk import Finished, FoundIn, Request, pack, read

LANGUAGES = ("de", "en")


def main() -> None:
    """Get ready, read the request, answer."""
    from claimdesk.services.detection.model import weights  # here it is at home

    weights.read()
    request = read(sys.stdin.buffer)
    if not isinstance(request, Request):
        return
    with suppress(BrokenPipeError):  # whoever asked has gone
        for value in answers(request):
            sys.stdout.buffer.write(pack(value))
            sys.stdout.buffer.flush()


def answers(request: Request) -> Iterator[FoundIn | Finished]:
    """What is found, paragraph by paragraph, and the slips at the end."""
    from claimdesk.services.detection.detect import detect_paragraphs  # as above
    from claimdesk.services.detection.language import language_of
    from claimdesk.services.detection.remarks import remarks_of

    text, language = request.text, request.language
    if language not in LANGUAGES:
        language = language_of(text)

    def is_known(words: str) -> bool:
        return key_of(words, language) in request.known

    for one in detect_paragraphs(text, language, is_known=is_known):
        key = key_of(text[one.start : one.end], language)
        known = key in request.known
        yield FoundIn(one.start, one.end, key, None if known else one.suggestions)
    yield Finished(tuple(remarks_of(text, language)))


def key_of(words: str, language: str) -> bytes:
    """What a paragraph is known by."""
    return hashlib.sha256(f"{language}\n{words}".encode()).digest()


if __name__ == "__main__":
    main()
