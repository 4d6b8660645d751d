"""What is offered is what is allowed: case × person × act, over cases at every position and in every odd state."""

from collections.abc import Iterable
from datetime import timedelta

import time_machine

from requests_app.models import IncomingLetter, InformationRequest
from tests import matrix
from tests.cast import NOW, Desk
from tests.offers import asked, offered, taken

PEOPLE = ("helpdesk", "ketua", "anggota1", "sekretaris", "kasubag1", "kasubag2", "kasubag3", "kasubag4", "staff",
          "admin", "pemeriksa")  # fmt: skip


def sealed_by_correction(desk: Desk) -> InformationRequest:
    """Receive a letter whose sifat is found to be Rahasia afterwards."""
    case = desk.letter()
    letter = IncomingLetter.objects.get(case=case)
    return desk.act("correct", case, "helpdesk", letter, {"nature": "rahasia"}, "Amplopnya bertanda")


def odd_cases(desk: Desk) -> dict[str, InformationRequest]:
    """Walk cases to where who may what is easily told differently in two places."""
    post, at, act, do = desk.cast.post, desk.case_at, desk.act, desk.do
    copied = {"copies": [post("kasubag4")]}
    found = {
        "redirected": act("redirect", at(7), "kasubag2", post("kasubag3"), "Bukan bidang saya"),
        "copied": do(at(6), "dispose", **copied),
        "sealed and copied": do(at(6), "dispose", nature="rahasia", **copied),
        "sealed by correction": sealed_by_correction(desk),
        "draft for the Sekretaris": do(at(12, "draft"), "draft", signer=post("sekretaris")),
        "paraf asked": do(at(12, "draft"), "draft", asks_paraf=True),
        "signer changed": act("redirect", at(12, "approve"), "ketua", post("sekretaris"), "Dinas luar"),
        "letter cancelled": act("cancel_letter", at(13), "sekretaris", "Salah alamat"),
        "waits for a file": act("hold", at(7), "helpdesk", "identitas", "KTP"),
        "extended": act("extend", at(7), "sekretaris", "Data harus dikumpulkan"),
        "noticed": act("notify", at(11), "kasubag2", "surel"),
    }
    recalled = do(at(3), "dispose", who="helpdesk", manner="lisan")
    found["recalled unconfirmed"] = act("recall", recalled, "ketua")
    found["reopened"] = act("reopen", do(at(13), "deliver"), "sekretaris", 12, "Masih kurang")
    found["withdrawn"] = act("end", at(8), "sekretaris", "withdrawn", {"statement": "Tidak jadi"})
    return found


def concerned(desk: Desk, case: InformationRequest) -> set[str]:
    """Name who held an odd case or did something in it."""
    acted = {record.appointment.user.username for record in case.records.select_related("appointment__user")}
    return acted | {desk.cast.holder(stay.holder) for stay in case.stays.select_related("holder")}


def disagreements(desk: Desk, cases: dict[str, InformationRequest], odd: Iterable[str]) -> tuple[list[str], int]:
    """Compare page and door, and say how many answers were compared.

    A third of the people is asked of each case, in turn, and of an odd one also whoever it concerns.
    """
    found, compared = [], 0
    for index, (name, case) in enumerate(cases.items()):
        fresh = InformationRequest.objects.select_related("holder", "addressee").get(pk=case.pk)
        for who in {*PEOPLE[index % 3 :: 3], *(concerned(desk, fresh) if name in odd else ())}:
            asks = list(asked(desk, who, fresh))
            shown, may = offered(desk.cast, who, fresh.pk, desk.now) or set(), taken(asks)
            compared += len(asks)
            found += [f"{name}: {who} is offered {offer}, refused" for offer in sorted(shown - may)]
            found += [f"{name}: {who} may {offer}, not offered" for offer in sorted(may - shown)]
    return found, compared


def test_every_button_and_link_of_a_case_page_is_what_the_door_takes(desk):
    odd = odd_cases(desk)
    cases = {**matrix.cases(desk), **odd}
    desk.clock(NOW + timedelta(days=4))
    with time_machine.travel(desk.now, tick=False):
        found, compared = disagreements(desk, cases, odd)
    assert found == [], "\n".join(found)
    assert compared > 4000
