"""What a case page offers to print is what its addresses print, however the case came to stand where it stands."""

import re
import sys
from collections.abc import Callable, Iterator

import pytest

from requests_app.models import InformationRequest
from requests_app.printing import PAPERS
from requests_app.printing.records import CaseRecords
from requests_app.sop import CURRENT_EDITION, EDITIONS
from tests.cast import NOW, Desk, path_to
from tests.printing.test_enclosures import pdf, upload
from tests.printing.test_letters import attached
from tests.workflow.test_side_acts import WithoutPango
from tests.workflow.test_workflow_ends import CHOSEN, HOLDERS, WHO, filled, made_ready

pytestmark = pytest.mark.django_db
Walk = Callable[[Desk], InformationRequest]


@pytest.fixture(autouse=True)
def _without_pango_in_a_folder_of_its_own(settings, tmp_path, monkeypatch):
    """Print as pages: what opens is asked here, not how it is set."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [WithoutPango(), *sys.meta_path])


# -- Where a case can stand --------------------------------------------------------------------------------------------


def ended(desk: Desk, ending: str, step: int) -> InformationRequest:
    """End a case from a row."""
    case = made_ready(desk, desk.case_at(step), ending)
    who = WHO[sorted(CHOSEN[ending][1] & {HOLDERS.get(step), "helpdesk", "sekretaris"})[0]]
    return desk.act("end", case, who, ending, filled(desk, ending))


def reopened(desk: Desk, case: InformationRequest) -> InformationRequest:
    """Reopen an ended case where it ended."""
    left = case.stays.order_by("act_began").last().step
    return desk.act("reopen", case, "sekretaris", left, "Keliru")


def finished(desk: Desk, step: int, **drafted) -> InformationRequest:
    """Hand over as a row says."""
    case = desk.case_at(step) if step != 13 else approved(desk, **drafted)
    return desk.do(case, "deliver")


def submitted(desk: Desk, **drafted) -> InformationRequest:
    return desk.do(desk.case_at(12, "draft"), "draft", **drafted)


def approved(desk: Desk, **drafted) -> InformationRequest:
    return desk.do(submitted(desk, **drafted), "approve")


def cancelled(desk: Desk, case: InformationRequest) -> InformationRequest:
    return desk.act("cancel_letter", case, "sekretaris", "Salah alamat")


def moved_on(desk: Desk) -> InformationRequest:
    """Go on from a visit by letter, up to who studies it."""
    letter = {"sender": "Yohanis Umbu", "subject": "Data", "addressee": desk.cast.post("ketua")}
    return desk.do(desk.do(ended(desk, "to_letter", 4), "receive", **letter), "dispose")


REFUSED = {"outcome": "refused", "excluded_article": "17h"}
PARTLY = {"outcome": "partly_refused", "excluded_article": "17h"}
FILES = {
    "a PDF": attached(files=[upload("data.pdf", pdf(2))]),
    "a table": attached(files=[upload("data.csv", b"a,b\n1,2\n")]),
    "both": attached(files=[upload("data.csv", b"a,b\n1,2\n"), upload("data.pdf", pdf(1))]),
}
WALKS: dict[str, Walk] = {
    "extended": lambda desk: desk.act("extend", desk.case_at(7), "sekretaris", "Dikumpulkan"),
    "held": lambda desk: desk.act("hold", desk.case_at(8), "kasubag2", "identitas", "Menunggu"),
    "ready to be collected": lambda desk: desk.act("ready", desk.case_at(11), "helpdesk", "telepon"),
    "told in writing": lambda desk: desk.act("notify", desk.case_at(10), "helpdesk", "surel"),
    "moved on to a letter": moved_on,
    "refused": lambda desk: approved(desk, **REFUSED),
    "refused in part": lambda desk: approved(desk, **PARTLY),
    "a refusal cancelled": lambda desk: cancelled(desk, approved(desk, **REFUSED)),
    "a letter cancelled": lambda desk: cancelled(desk, approved(desk)),
    "a refusal cancelled, then given": lambda desk: desk.do(
        desk.do(cancelled(desk, approved(desk, **REFUSED)), "draft"), "approve"
    ),
    "a refusal handed over": lambda desk: finished(desk, 13, **REFUSED),
    "a refusal handed over and reopened": lambda desk: reopened(desk, finished(desk, 13, **REFUSED)),
    "a draft withdrawn": lambda desk: desk.act(
        "end", submitted(desk), "helpdesk", "withdrawn", filled(desk, "withdrawn")
    ),
    **{f"handed over at {row}": lambda desk, row=row: finished(desk, row) for row in (4, 11, 13)},
    **{f"handed over at {row}, reopened": lambda desk, row=row: reopened(desk, finished(desk, row)) for row in (4, 11)},
    **{f"drafted with {name}": lambda desk, data=data: submitted(desk, **data) for name, data in FILES.items()},
    **{f"signed with {name}": lambda desk, data=data: approved(desk, **data) for name, data in FILES.items()},
}


def everywhere(desk: Desk) -> Iterator[tuple[str, InformationRequest]]:
    """Walk a case to every task, and out by every ending from the first and the last row that offers it, and back."""
    for row in EDITIONS[CURRENT_EDITION].rows:
        for task in row.tasks:
            if path_to(row.number)[-1] != path_to(row.number)[0]:
                yield f"{row.number} {task.slug}", desk.case_at(row.number, task.slug)
    for ending, (rows, *_) in CHOSEN.items():
        for step in sorted({min(rows - {1, 5}), max(rows - {1, 5})}):
            desk.now = NOW
            case = ended(desk, ending, step)
            yield f"{ending} from {step}", case
            if case.ended_at:
                yield f"{ending} from {step}, reopened", reopened(desk, case)
    yield from ((name, walk(desk)) for name, walk in WALKS.items())


# -- Offered and printed -----------------------------------------------------------------------------------------------


def offered(client, case: InformationRequest) -> list[str]:
    """Name the papers a page offers, each by its address's last words."""
    page = client.get(f"/permohonan/{case.pk}/").content.decode()
    card = page[page.index("<h2>Cetak</h2>") :]
    return re.findall(rf'href="/permohonan/{case.pk}/cetak/([a-z-]+)/"', card[: card.index("</ul>")])


def printable(case: InformationRequest) -> list[str]:
    """Name the papers that can be printed, read from the case alone; each is drawn."""
    records = CaseRecords(case, NOW)
    found = [paper for paper in PAPERS.values() if not paper.lacks(records)]
    assert all(paper.draw(records).name for paper in found)
    return [paper.name for paper in found]


def test_a_page_offers_the_papers_that_can_be_printed_and_no_other(desk):
    client, wrong, seen = desk.cast.client("sekretaris"), {}, set()
    for name, case in everywhere(desk):
        shown, drawn = offered(client, case), printable(case)
        seen |= {(paper, paper in drawn) for paper in PAPERS}
        if shown != drawn:
            wrong[name] = sorted(set(shown) ^ set(drawn))
    assert wrong == {}
    always = {("receipt", False), ("slip", False), ("request", False), ("timing", False)}
    assert {(paper, way) for paper in PAPERS for way in (True, False)} - seen == always


SENTENCES = {
    "letter": "Permohonan {number} belum memiliki surat balasan.",
    "letter-joined": "Permohonan {number} belum memiliki surat balasan.",
    "handover": "Permohonan {number} belum diserahkan, jadi belum ada tanda terima.",
    "extension": "Batas permohonan {number} belum diperpanjang, jadi belum ada pemberitahuannya.",
    "notice": "Permohonan {number} belum diidentifikasi, jadi belum ada yang dapat diberitahukan.",
    "refusal": "Permohonan {number} tidak ditolak, jadi tidak ada keputusan penolakan (PPID-E).",
    "label": "Permohonan {number} belum selesai, jadi belum ada label arsip.",
}


SHEETS = dict.fromkeys(
    ["disposition", "disposition-half"], "Permohonan {number} belum didisposisi, jadi belum ada lembar disposisi."
)


@pytest.mark.parametrize(
    ("walk", "sentences"),
    [(moved_on, SENTENCES), (lambda desk: reopened(desk, ended(desk, "answered", 3)), SHEETS | SENTENCES)],
)
def test_an_address_that_prints_nothing_says_why_and_leads_back(desk, walk, sentences):
    case, client, lacking = walk(desk), desk.cast.client("sekretaris"), {}
    for paper in PAPERS:
        answer = client.get(f"/permohonan/{case.pk}/cetak/{paper}/")
        if answer.status_code != 200:
            said = answer.content.decode()
            assert f'<a class="btn" href="/permohonan/{case.pk}/">Ke permohonannya</a>' in said
            lacking[paper] = (answer.status_code, *re.findall('<h1>(.+)</h1>\n<p class="lead">(.+)</p>', said))
    assert lacking == {
        paper: (404, ("Tidak dapat dibuka", sentence.format(number=case.number)))
        for paper, sentence in sentences.items()
    }


def test_what_was_never_a_paper_is_not_found(desk):
    said = desk.cast.client("helpdesk").get(f"/permohonan/{desk.walkin().pk}/cetak/poster/")
    assert (said.status_code, "<h1>Halaman tidak ditemukan</h1>" in said.content.decode()) == (404, True)
