"""Ties to other claims, each with the way there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from claimdesk.domain.dossier import Relation
from claimdesk.i18n import _
from claimdesk.services.exporters.hygiene import clean
from claimdesk.ui.desk import Desk
from claimdesk.ui.fonts import SMALL, interface_font
from claimdesk.ui.icons import status_pixmap
from claimdesk.ui.views.inspector.pool import Pool
from claimdesk.ui.widgets.ink import ink
from claimdesk.ui.widgets.key_cap import key_parts
from claimdesk.ui.widgets.link_button import LinkButton, aside_button
from claimdesk.ui.widgets.section import Section
from claimdesk.ui.widgets.words import body, meta

_ICON = 14


class RelationRow(QWidget):
    """How the other claim hangs together with this one, its status and its words."""

    jump_wanted = Signal(int)
    aside_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._relation: Relation | None = None
        self.kind = QLabel(self)
        self.kind.setFont(interface_font(SMALL))
        ink(self.kind, "text2")
        self.jump = LinkButton("", self)
        self.jump.clicked.connect(self._jump)
        self.aside = aside_button(self)
        self.aside.clicked.connect(lambda: self.aside_wanted.emit(self._relation))
        self._icon = QLabel(self)
        self.statement = body(self, selectable=False)
        self.remark = meta(self)
        self._put_together()

    def fill(self, relation: Relation) -> None:
        """Show a tie."""
        self._relation = relation
        self.kind.setText(relation.label)
        self.jump.setText(_("Claim {number}").format(number=relation.other_number))
        self.jump.setAccessibleName(
            _("Go to claim {number}, {status}").format(
                number=relation.other_number, status=relation.other_status.label
            )
        )
        self.aside.setAccessibleName(
            _("Set the relation to claim {number} aside").format(number=relation.other_number)
        )
        self._icon.setPixmap(status_pixmap(relation.other_status, _ICON, self.devicePixelRatioF()))
        self._icon.setToolTip(relation.other_status.label)
        self.statement.show_words(clean(relation.other_statement))
        self.remark.show_words(clean(relation.remark or ""))

    def _jump(self) -> None:
        if self._relation is not None:
            self.jump_wanted.emit(self._relation.other)

    def _put_together(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.kind)
        first.addWidget(self.jump)
        first.addStretch(1)
        first.addWidget(self.aside)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.statement, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(first)
        whole.addLayout(second)
        whole.addWidget(self.remark)


class RelationsSection(Section):
    """Ties of one claim, and the way to make one."""

    jump_wanted = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Relations"), _("Relate …"), "+".join(key_parts("Ctrl+R")), parent)
        self._desk = desk
        rows = QVBoxLayout()
        rows.setSpacing(8)
        self.body.addLayout(rows)
        self.pool: Pool[RelationRow, Relation] = Pool(rows, self._row, RelationRow.fill)

    def fill(self, relations: Sequence[Relation]) -> None:
        """Show a claim's ties."""
        self.set_count(len(relations) or None)
        self.pool.show(relations)

    def _row(self) -> RelationRow:
        row = RelationRow(self)
        row.jump_wanted.connect(self.jump_wanted)
        row.aside_wanted.connect(self._set_aside)
        return row

    def _set_aside(self, tie: Relation) -> None:
        from claimdesk.commands.set_aside import SetAsideRelation  # when first needed

        self._desk.run(SetAsideRelation(tie.id))
