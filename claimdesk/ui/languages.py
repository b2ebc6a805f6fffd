"""The language the window speaks: ours by the catalogue, Qt's own words by its own files."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from claimdesk.i18n import language, use_language


def speak(application: QApplication, wanted: str) -> None:
    """Speak a language from now on; what stands on the screen must be made anew."""
    use_language(wanted)
    teach_qt(application)


def teach_qt(application: QApplication) -> None:
    """Give Qt its words in the language spoken; 'Ctrl' becomes 'Strg'."""
    for known in application.findChildren(QTranslator):
        application.removeTranslator(known)
        known.deleteLater()
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language()}", folder):
        application.installTranslator(translator)
