"""The article's text with every claim's passage highlighted (LOOK 5).

Passages lie on a layer of their own under the glyphs: the document holds plain text and is never
edited for them, so that passages may nest, share words and change status at no cost.
"""

from claimdesk.ui.views.manuscript.view import ManuscriptView

__all__ = ["ManuscriptView"]
