"""Install LibreOffice and poppler from Debian's packages where that can be done without asking.

The tests marked 'external' let them make and open files; without them they are skipped.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

PACKAGES = {
    "lowriter": "libreoffice-writer",
    "localc": "libreoffice-calc",
    "pdftotext": "poppler-utils",
}
"""The package of each program."""


def main() -> int:
    """Install what is missing; missing it is no failure."""
    missing = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    if not missing:
        return 0
    spec = importlib.util.spec_from_file_location("setting_up", Path(__file__).with_name("venv.py"))
    assert spec
    assert spec.loader
    setting_up = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(setting_up)
    if not setting_up.install_packages(missing):
        print(f"{', '.join(missing)} missing; tests that need it are skipped.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
