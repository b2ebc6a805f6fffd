"""PySide6 6.12.0 loses a reference to None each time Qt hands it an invalid QVariant, and kills
the process after some thousand of them. This would notice the next one."""

import subprocess
import sys

SCRIPT = """
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

application = QApplication(["soak"])
model = QStandardItemModel(4, 4)
index, nowhere = model.index(0, 0), QModelIndex()
for _ in range(10_500):
    assert index.data(Qt.ItemDataRole.UserRole + 7) is None
    assert nowhere.data() is None
box, action, thing, item = QComboBox(), QAction(), QObject(), QStandardItem()
for _ in range(50_000):
    assert box.currentData() is None
    assert action.data() is None
    assert thing.property("nothing") is None
    assert item.data(Qt.ItemDataRole.UserRole) is None


class View(QTableView):
    painted = 0

    def paintEvent(self, event):
        self.painted += 1
        super().paintEvent(event)


view = View()
view.setModel(model)
view.resize(200, 120)
view.show()
application.processEvents()
for _ in range(5_000):
    view.viewport().repaint()
assert view.painted >= 5_000, view.painted
print("alive")
"""


def test_qt_survives_its_own_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.strip() == "alive", done.stderr[-2000:]
