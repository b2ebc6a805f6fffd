"""The overview as a picture: the same drawings one under the other, as pixels or as SVG."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from claimdesk.domain.overview import Counts
from claimdesk.i18n import _
from claimdesk.ui.fonts import BODY, SMALL, interface_font, scaled
from claimdesk.ui.theme import theme
from claimdesk.ui.views.overview.charts import Chart
from claimdesk.ui.views.overview.drawing import drawing
from claimdesk.ui.views.overview.figures import Figure, figure_height, paint_figure
from claimdesk.ui.views.overview.legend import legend_height, paint_legend

WIDTH = 1000
_MARGIN = 40
_SHARP = 2.0
"""Pixels of the picture to one of the drawing."""
_TITLE = 18
_MOST = 200
"""How many bars of a chart a picture shows; a table knows no bound."""


class Picture:
    """What is to be drawn: a title with a line below it, figures, and charts."""

    def __init__(
        self,
        title: str,
        below: str,
        figures: Sequence[Figure],
        counts: Counts,
        shown: Sequence[Chart],
    ) -> None:
        self._title, self._below, self._figures, self._counts = title, below, figures, counts
        self._charts = [_bounded(chart) for chart in shown]

    def image(self) -> QImage:
        """As pixels."""
        size = QSize(WIDTH, round(self._height()))
        image = QImage(size * _SHARP, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARP)
        image.fill(theme().paper)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint(painter)
        painter.end()
        return image

    def svg(self) -> bytes:
        """As shapes and words."""
        from PySide6.QtSvg import QSvgGenerator  # when asked for

        def write(buffer: QBuffer) -> None:
            size = QSize(WIDTH, round(self._height()))
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setSize(size)
            generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
            generator.setTitle(self._title)
            painter = QPainter(generator)
            painter.fillRect(QRectF(0, 0, size.width(), size.height()), theme().paper)
            self._paint(painter)
            painter.end()

        return _held(write)

    def _height(self) -> float:
        return self._paint(None)

    def _paint(self, painter: QPainter | None) -> float:
        """Draw all of it, or only measure; how tall it is."""
        width = WIDTH - 2 * _MARGIN
        top = float(_MARGIN)
        top = _line(painter, self._title, top, _TITLE, QFont.Weight.DemiBold)
        top = _line(painter, self._below, top, SMALL) + scaled(16)
        if painter is not None:
            share = width / max(1, len(self._figures))
            for place, figure in enumerate(self._figures):
                rect = QRectF(_MARGIN + place * share, top, share - 12, figure_height())
                paint_figure(painter, rect, figure)
        top += figure_height() + scaled(20)
        _at(painter, top, lambda on: paint_legend(on, self._counts, width, _SHARP))
        top += legend_height(self._counts, width) + scaled(12)
        for chart in self._charts:
            top = self._paint_chart(painter, chart, top, width)
        return top + _MARGIN / 2

    def _paint_chart(
        self, painter: QPainter | None, chart: Chart, top: float, width: float
    ) -> float:
        title = f"{chart.title} – {chart.note}" if chart.note else chart.title
        top = _line(painter, title, top, BODY, QFont.Weight.DemiBold) + scaled(4)
        if not chart.bars:
            return _line(painter, chart.empty, top, BODY) + scaled(20)
        drawn = drawing(chart, width)
        area = QRectF(0, 0, width, drawn.height)
        _at(painter, top, lambda on: drawn.paint(on, area, None))
        return top + drawn.height + scaled(20)


def _bounded(chart: Chart) -> Chart:
    if chart.columns or len(chart.bars) <= _MOST:
        return chart
    note = _("the first {count}").format(count=_MOST)
    return replace(chart, bars=chart.bars[:_MOST], note=f"{chart.note}, {note}")


def _line(
    painter: QPainter | None,
    words: str,
    top: float,
    pixels: int,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> float:
    """Write a line; where the next one begins."""
    font = interface_font(pixels, weight)
    height = QFontMetricsF(font).height()
    if painter is not None:
        painter.setFont(font)
        painter.setPen(theme().text)
        rect = QRectF(_MARGIN, top, WIDTH - 2 * _MARGIN, height)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, words)
    return top + height + 2


def _at(painter: QPainter | None, top: float, paint: Callable[[QPainter], None]) -> None:
    if painter is not None:
        painter.save()
        painter.translate(_MARGIN, top)
        paint(painter)
        painter.restore()


def png(image: QImage) -> bytes:
    """Pixels as a PNG file; on any thread, for it takes its time."""
    return _held(lambda buffer: image.save(buffer, "PNG"))  # type: ignore[call-overload]


def _held(write: Callable[[QBuffer], object]) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(held.data())
