from claimdesk.domain.correction import CorrectionState
from claimdesk.i18n import speaking


def test_each_state_has_a_name_of_its_own_in_both_languages() -> None:
    names = []
    for language in ("en", "de"):
        with speaking(language):
            names.append({state.label for state in CorrectionState})
    assert len(names[0] | names[1]) == 2 * len(CorrectionState)
