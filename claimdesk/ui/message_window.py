"""A window that says things in a bar above its pages, instead of in dialogs."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from claimdesk.ui.widgets.message_bar import MessageBar


class MessageWindow(QMainWindow):
    """Holds pages, of which one is shown, and over them a bar that is made when first needed."""

    def __init__(self) -> None:
        super().__init__()
        self._offered: Mapping[str, Callable[[], object]] = {}

    def make_pages(self) -> None:
        """Put the pages into the window's middle, in place of older ones."""
        self.pages = QStackedWidget()
        centre = QWidget()
        self._layout = QVBoxLayout(centre)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.pages, 1)
        self.setCentralWidget(centre)
        centre.show()  # in a window that stands already; what is hidden takes no focus

    @cached_property
    def messages(self) -> "MessageBar":
        """The bar that says what went wrong; most starts have nothing to say."""
        from claimdesk.ui.widgets.message_bar import MessageBar

        bar = MessageBar()
        bar.acted.connect(self._act)
        self._layout.insertWidget(0, bar)
        return bar

    def complain(self, sentence: str) -> None:
        """Say in the bar what went wrong."""
        from claimdesk.ui.widgets.message_bar import Importance

        self.messages.say(sentence, Importance.ERROR)

    def offer(
        self,
        sentence: str,
        offers: Mapping[str, Callable[[], object]],
        *,
        failed: bool = False,
        seconds: float = 0,
    ) -> None:
        """Say something in the bar, with what can be done about it by its words."""
        from claimdesk.ui.widgets.message_bar import Importance

        self._offered = offers
        importance = Importance.ERROR if failed else Importance.INFO
        self.messages.say(sentence, importance, actions=tuple(offers), seconds=seconds)

    def _act(self, words: str) -> None:
        self._offered[words]()

    def warn(self, sentence: str) -> None:
        """Say in the bar what should not stay as it is."""
        from claimdesk.ui.widgets.message_bar import Importance

        self.messages.say(sentence, Importance.WARNING)

    def when_quiet(self, then: Callable[[], object]) -> None:
        """Call at once, or else when what the bar says has been closed."""
        if "messages" not in self.__dict__ or self.messages.isHidden():
            then()
        else:
            once = Qt.ConnectionType.SingleShotConnection
            self.messages.closed.connect(lambda: self.when_quiet(then), once)

    def hush(self, sentence: str | None = None) -> None:
        """Take back what the bar says, or just this sentence."""
        if "messages" in self.__dict__ and sentence in (None, self.messages.sentence()):
            self.messages.dismiss()
