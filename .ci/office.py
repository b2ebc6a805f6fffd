"""Install LibreOffice from Debian's packages where that can be done without asking.

The tests marked 'external' let it make a text in all formats; without it they are skipped.
"""

import importlib.util
import shutil
import sys
from pathlib import Path


def main() -> int:
    """Install what is missing; missing it is no failure."""
    if all(map(shutil.which, ("lowriter", "localc"))):
        return 0
    spec = importlib.util.spec_from_file_location("setting_up", Path(__file__).with_name("venv.py"))
    assert spec
    assert spec.loader
    setting_up = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(setting_up)
    if not setting_up.install_packages(["libreoffice-writer", "libreoffice-calc"]):
        print("LibreOffice is missing; the tests that need it are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
