import subprocess
import sys

LOADED_AHEAD = """
import sys
from PySide6.QtCore import QCoreApplication, QObject
from claimdesk.ui import ahead

application = QCoreApplication([])
ahead._QUIET = ahead._PAUSE = 0
before = set(sys.modules)
owner = QObject()
one = ahead.Ahead(owner)
one.destroyed.connect(application.quit)
application.exec()
print(set(ahead._MODULES) & before, set(ahead._MODULES) - set(sys.modules))
"""


def test_each_is_there_in_the_end_and_none_at_the_start() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOADED_AHEAD], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout == "set() set()\n"
