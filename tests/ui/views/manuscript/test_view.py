"""What a person does to the manuscript, with real clicks on real pixels."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from claimdesk.domain.status import Status
from claimdesk.ui import theme
from tests.support.manuscript import (
    TEXT,
    Make,
    chip,
    click,
    holds,
    middle,
    passage,
    picture,
    under_caret,
)


class TestChoosing:
    def test_a_click_on_a_passage_chooses_its_claim(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"), passage(102, "fünf Musikern"))
        for claim in (102, 101):
            with qtbot.waitSignal(view.claim_chosen) as chosen:
                click(view, middle(view, claim))
            assert chosen.args == [claim]

    def test_clicks_on_a_shared_place_go_from_inner_to_outer_and_round(
        self, manuscript: Make
    ) -> None:
        inner, outer = passage(101, "zwölf"), passage(102, "hatte zwölf Kabinen")
        same = passage(103, "zwölf")
        view = manuscript(outer, inner, same)
        view.claim_chosen.connect(view.select)
        chosen: list[int] = []
        view.claim_chosen.connect(chosen.append)
        for _ in range(4):
            click(view, middle(view, 101))
        assert chosen == [101, 103, 102, 101]

    def test_a_click_beside_passages_chooses_nothing(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        with qtbot.assertNotEmitted(view.claim_chosen, wait=20):
            click(view, middle(view, 101) + QPoint(0, 90))

    def test_a_passage_over_two_paragraphs_is_hit_in_both(
        self, manuscript: Make, qtbot: QtBot
    ) -> None:
        view = manuscript(passage(101, "spielte.\nAm Ende"))
        for part in (0, 1):
            with qtbot.waitSignal(view.claim_chosen):
                click(view, middle(view, 101, part))

    def test_chips_of_the_gutter_choose_too(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "Donau"), passage(102, "Meilen"))
        for claim in (102, 101):
            place = chip(view, claim)
            assert place
            with qtbot.waitSignal(view.claim_chosen) as chosen:
                click(view, place)
            assert chosen.args == [claim]

    def test_enter_chooses_the_claim_under_the_caret(self, manuscript: Make, qtbot: QtBot) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        under_caret(view, "zwölf")
        with qtbot.waitSignal(view.claim_chosen) as chosen:
            QTest.keyClick(view._pane, Qt.Key.Key_Return)
        assert chosen.args == [101]

    def test_the_caret_moves_to_what_is_chosen_but_stays_inside_it(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        shown = view._pane.shown
        view.select(101)
        assert view._pane.textCursor().position() == shown.position(TEXT.index("zwölf"))
        under_caret(view, "Kabinen")
        view.select(101)
        assert view._pane.textCursor().position() == shown.position(TEXT.index("Kabinen") + 1)

    def test_a_claim_without_a_passage_can_be_chosen(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        view.select(999)
        view.select(None)


class TestDrawing:
    def test_a_new_status_is_drawn_in_its_colours(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.VERIFIED))
        colours = theme.theme().status
        place = middle(view, 101)
        assert holds(picture(view), colours[Status.VERIFIED].fill, place)
        view.update_statuses({101: Status.FALSE})
        image = picture(view)
        assert holds(image, colours[Status.FALSE].fill, place)
        assert holds(image, colours[Status.FALSE].mark, place)
        assert not holds(image, colours[Status.VERIFIED].fill, place)

    def test_only_the_rows_of_a_changed_claim_are_repainted(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "Donau"), passage(102, "zwölf Kabinen"))
        [area] = view._pane.layer.areas_of([view._marks.get(102)])
        assert area.contains(middle(view, 102))
        assert not area.contains(middle(view, 101))

    def test_dark_is_drawn_dark(self, manuscript: Make, qapp: QApplication) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.FALSE))
        theme.apply(qapp, "dark")
        image = picture(view)
        dark = theme.theme()
        assert dark.dark
        assert image.pixelColor(image.width() - 5, 5) == dark.paper
        assert holds(image, dark.status[Status.FALSE].fill, middle(view, 101))

    def test_a_deep_underline_is_not_hidden_by_the_next_row_s_fill(self, manuscript: Make) -> None:
        long = TEXT[TEXT.index("Sein") : TEXT.index("spielte")]
        view = manuscript(
            passage(101, long, Status.FALSE),
            passage(102, "Sein", Status.VERIFIED),
            passage(103, "Sein", Status.VERIFIED),
        )
        row, next_row = list(view._pane.layer.rows())[:2]
        y = row.baseline + view._pane.layer.measures.lane(2)
        image = picture(view)
        red = theme.theme().status[Status.FALSE].mark
        start = round(next_row.x) + 5
        assert all(image.pixelColor(start + x, round(y)) == red for x in range(40))

    def test_the_chosen_passage_is_strong_and_ringed(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.FALSE))
        view.select(101)
        image, place = picture(view), middle(view, 101)
        assert holds(image, theme.theme().status[Status.FALSE].strong, place)
        assert not holds(image, theme.theme().status[Status.FALSE].fill, place)

    def test_inside_the_chosen_passage_others_show_underlines_only(self, manuscript: Make) -> None:
        view = manuscript(
            passage(101, "hatte zwölf Kabinen", Status.FALSE),
            passage(102, "zwölf", Status.IN_PROGRESS),
        )
        inner, colours = middle(view, 102), theme.theme().status
        assert holds(picture(view), colours[Status.IN_PROGRESS].fill, inner)
        view.select(101)
        image = picture(view)
        assert not holds(image, colours[Status.IN_PROGRESS].fill, inner)
        assert holds(image, colours[Status.IN_PROGRESS].mark, inner)

    def test_a_filter_leaves_the_others_faint(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen", Status.FALSE))
        colours, place = theme.theme().status[Status.FALSE], middle(view, 101)
        view.set_visible_claims([])
        assert not holds(picture(view), colours.fill, place)
        view.set_visible_claims(None)
        assert holds(picture(view), colours.fill, place)

    def test_several_chosen_claims_are_all_strong(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "Ybbs", Status.FALSE), passage(102, "zwölf", Status.FALSE))
        view.set_selected({101, 102})
        image, strong = picture(view), theme.theme().status[Status.FALSE].strong
        assert holds(image, strong, middle(view, 101))
        assert holds(image, strong, middle(view, 102))
        view.set_selected(())
        assert not holds(picture(view), strong, middle(view, 101))

    @pytest.mark.parametrize("width", [420, 520, 760, 1600])
    def test_the_text_keeps_a_readable_width(self, manuscript: Make, width: int) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"), width=width)
        frame = view._pane.document().rootFrame().frameFormat()
        column = view._pane.viewport().width() - frame.leftMargin() - frame.rightMargin()
        assert 270 <= column <= 600
        assert view._pane.horizontalScrollBar().maximum() == 0

    def test_larger_letters_break_lines_anew(self, manuscript: Make) -> None:
        view = manuscript(passage(101, "zwölf Kabinen"))
        before = view._pane.text_height()
        view.set_font_size(26)
        assert view._pane.text_height() > 1.5 * before
        assert middle(view, 101)
