"""Quotations: which words stand in one, across sentences, and marks without a partner."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimdesk.services.detection.tokens import Token

_PAIRS = {"„": '“”"', "»": "«", "«": "»", "“": "”", "‚": "‘’", "‘": "’", '"': '"', "›": "‹"}
_CLOSERS = frozenset('“”«»’‘"‹')


@dataclass(slots=True)
class Quotes:
    """Walks a paragraph's tokens; a quotation goes on over sentence ends, not over paragraphs."""

    language: str
    closes: str = ""
    length: int = 0

    def walk(self, tokens: Sequence[Token]) -> list[int]:
        """How old the quotation is at each token, 0 outside."""
        found = []
        for token in tokens:
            text = token.text
            if self.closes:
                self.length += 1
                found.append(self.length)
                if text in self.closes:
                    self.closes, self.length = "", 0
                continue
            if self._opens(text):
                self.closes, self.length = _PAIRS[text], 1
                found.append(1)
                continue
            found.append(0)
        return found

    def _opens(self, text: str) -> bool:
        if text not in _PAIRS:
            return False
        return not (self.language == "de" and text in "“‘")
