"""Word files as python-docx and LibreOffice read them."""

import importlib.util
import io
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import docx
import pytest
from docx.document import Document

from claimdesk.domain.dossier import Dossier
from claimdesk.services.exporters.content import build
from claimdesk.services.exporters.word.article import article
from claimdesk.services.exporters.word.report import report

MADE_AT = "2022-03-28T12:10:00.500Z"
Written = Callable[[Dossier], bytes]


@pytest.fixture
def article_of() -> Written:
    """The bytes of the article with its comments, in German."""
    return lambda dossier: article(dossier, build(dossier, made_at=MADE_AT, language="de"), MADE_AT)


@pytest.fixture
def report_of() -> Written:
    """The bytes of the report, in German."""
    return lambda dossier: report(build(dossier, made_at=MADE_AT, language="de"), MADE_AT)


@pytest.fixture
def opened() -> Callable[[bytes], Document]:
    return lambda content: docx.Document(io.BytesIO(content))


@pytest.fixture(scope="session")
def office() -> ModuleType:
    """Lets LibreOffice convert files; skips where it is missing."""
    path = Path(__file__).parents[2] / "importers" / "office.py"
    spec = importlib.util.spec_from_file_location("office", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.program()
    return module
