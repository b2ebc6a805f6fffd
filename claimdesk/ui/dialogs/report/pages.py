"""Pages drawn one below the other, as wide as there is room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from claimdesk.i18n import _, ngettext
from claimdesk.services.exporters.preview import Strip
from claimdesk.ui.fonts import SMALL, interface_font, scaled
from claimdesk.ui.theme import notifier, theme

DOTS = 110
"""Per inch: enough for the widest that a page is drawn at."""
_WIDEST = 820
_BETWEEN = 12
_BYTES = 4


class PagesView(QScrollArea):
    """Scrolls them; Page Up and Page Down, Home and End go through by keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = _Column(self)
        self.setWidget(self._column)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A page that pushes the scroll bar in would get narrower and push it out again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.viewport().setAutoFillBackground(False)

    def clear(self) -> None:
        """Show none."""
        self._column.pages.clear()
        self.verticalScrollBar().setValue(0)
        self._fit()

    def add(self, strip: Strip, of: int) -> None:
        """Show one more page, of so many that there are."""
        width, height = strip.width, strip.height
        format_ = QImage.Format.Format_RGB32
        image = QImage(strip.pixels, width, height, width * _BYTES, format_).copy()
        words = _("Page {number} of {count}").format(number=strip.page + 1, count=of)
        self._column.pages.append((image, words))
        self.setAccessibleDescription(ngettext("{count} page", "{count} pages", of))
        self._fit()

    @property
    def shown(self) -> int:
        """How many pages are drawn."""
        return len(self._column.pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self._column.fit(self.viewport().width())
        self.verticalScrollBar().setSingleStep(scaled(40))


class _Column(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pages: list[tuple[QImage, str]] = []
        notifier.changed.connect(self.update)

    def fit(self, width: int) -> None:
        last = self._places(width)
        self.resize(width, last[-1].bottom() + self._foot() if last else 0)
        self.update()

    def _foot(self) -> int:
        return scaled(_BETWEEN + 14)

    def _places(self, width: int) -> list[QRect]:
        """Where each page is drawn."""
        wide = min(width - 2 * _BETWEEN, scaled(_WIDEST))
        top, found = _BETWEEN, []
        for image, _words in self.pages:
            size = image.size().scaled(QSize(wide, 1 << 20), Qt.AspectRatioMode.KeepAspectRatio)
            found.append(QRect((width - wide) // 2, top, size.width(), size.height()))
            top = found[-1].bottom() + self._foot() + _BETWEEN
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setFont(interface_font(SMALL))
        for (image, words), place in zip(self.pages, self._places(self.width()), strict=True):
            below = QRect(place.left(), place.bottom() + 4, place.width(), self._foot())
            if not event.rect().intersects(place.united(below)):
                continue
            painter.drawImage(place, image)
            painter.setPen(theme().line_strong)
            painter.drawRect(place)
            painter.setPen(theme().text2)
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, words)
