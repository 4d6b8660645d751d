"""What each task's form hands to the door, whole, with the types the door declares."""

from dataclasses import fields
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from requests_app.clock import WITA
from requests_app.forms.dossier import open_dossier
from requests_app.forms.task import Scene
from requests_app.models import Category, Channel, Division, LateReason
from requests_app.models.books import ReceiverKind
from requests_app.models.case import Collection, Form, Nature, PetitionerKind
from requests_app.models.records import (
    AvailabilityResult,
    ConsultOutcome,
    Decision,
    ExcludedArticle,
    Holding,
    Legibility,
    LetterOutcome,
    Manner,
    Medium,
    Order,
    Proposal,
)
from requests_app.sop import CURRENT_EDITION, EDITIONS
from requests_app.views.acts import DOORS, FORMS
from requests_app.workflow import taken
from tests.cast import NOW, instruction
from tests.posting import PNG

pytestmark = pytest.mark.django_db
TOMORROW = datetime(2026, 11, 24, 9, 0, tzinfo=WITA)


def handed(cast, who, slug, sent, *, case=None, files=()):
    """Fill in a task's form as its page would, and give what it hands over."""
    acting = cast.acting(who)
    dossier = open_dossier(case.pk, acting, NOW) if case else None
    row = EDITIONS[CURRENT_EDITION].step(case.step) if case else None
    task = row.task(slug) if row else EDITIONS[CURRENT_EDITION].step({"register": 1, "receive": 5}[slug]).tasks[0]
    sent_files = MultiValueDict({name: [SimpleUploadedFile("foto.png", PNG)] for name in files})
    data = MultiValueDict({name: value if isinstance(value, list) else [value] for name, value in sent.items()})
    form = (FORMS if case else DOORS)[slug](data, sent_files, scene=Scene(acting, NOW, dossier, task))
    assert form.errors == {}
    return form


def same(given, expected):
    """Compare values and their types: a word equals the choice it stands for."""
    names = [part.name for part in fields(expected)]
    assert given == expected
    assert type(given) is type(expected)
    assert [type(getattr(given, name)) for name in names] == [type(getattr(expected, name)) for name in names]


def test_a_visitor(cast):
    sent = {"name": "Ina Lado", "phone": "081234567890", "addressee": cast.post("ketua").pk, "information": "DPT",
            "channel": "telepon", "kind": "badan_hukum", "category": "tahapan", "form": "softcopy",
            "collection": "ambil", "note": "Datang berdua"}  # fmt: skip
    given = handed(cast, "helpdesk", "register", sent).taken()
    same(given, taken.Register(
        name="Ina Lado", phone="081234567890", addressee=cast.post("ketua"), information="DPT",
        channel=Channel.TELEPHONE, kind=PetitionerKind.LEGAL_BODY, category=Category.STAGES, form=Form.SOFT,
        collection=Collection.PICK_UP, note="Datang berdua",
    ))  # fmt: skip


def test_a_letter_whose_sender_is_the_petitioner(cast):
    sent = {"sender": "UTR", "subject": "Data", "addressee": cast.post("sekretaris").pk, "channel": "surel",
            "nature": "segera", "letter_number": "17/UTR", "letter_date": "20/11/2026"}  # fmt: skip
    given = handed(cast, "helpdesk", "receive", sent, files=("files",)).taken()
    assert [file.name for file in given.files] == ["foto.png"]
    same(given, taken.ReceiveFirst(
        name="UTR", sender="UTR", subject="Data", addressee=cast.post("sekretaris"), channel=Channel.EMAIL,
        nature=Nature.URGENT, letter_number="17/UTR", letter_date=date(2026, 11, 20), files=given.files,
    ))  # fmt: skip


def test_a_visitors_letter(cast, desk):
    case = desk.act("end", desk.case_at(2), "helpdesk", "to_letter", {"statement": "Mohon bersurat"})
    sent = {"sender": "Ina", "subject": "Data", "addressee": cast.post("ketua").pk, "agenda_number": "12"}
    given = handed(cast, "helpdesk", "receive", sent, case=case).taken()
    same(given, taken.Receive(sender="Ina", subject="Data", addressee=cast.post("ketua"), agenda_number="12"))


def test_an_appointment(cast, desk):
    sent = {"official": cast.post("ketua").pk, "result": "janji", "appointment_at": "2026-11-24T09:00"}
    given = handed(cast, "helpdesk", "availability", sent, case=desk.case_at(2)).taken()
    same(given, taken.Availability(
        official=cast.post("ketua"), result=AvailabilityResult.APPOINTMENT, appointment_at=TOMORROW
    ))  # fmt: skip


def test_a_meeting_and_what_was_said_in_it(cast, desk):
    case, official, kasubag = desk.case_at(2, "meet"), cast.post("ketua"), cast.post("kasubag2")
    sent = {"official": official.pk, "summary": "DPT", "addressee": kasubag.pk, "words": "Bantu", "manner": "whatsapp"}
    form = handed(cast, "helpdesk", "meet", sent, case=case)
    same(form.taken(), taken.Meet(official=official, summary="DPT"))
    same(form.both().disposition, taken.Dispose(addressee=kasubag, words="Bantu", manner=Manner.WHATSAPP))
    own = handed(cast, "ketua", "meet", sent, case=case).both()
    assert (own.meeting, own.disposition.manner, own.met_at) == (form.taken(), Manner.SELF, None)
    alone = handed(cast, "helpdesk", "meet", {"official": official.pk}, case=case)
    assert alone.both() is None


def test_a_disposition(cast, desk):
    usual = instruction("Siapkan data baku")
    sent = {"addressee": cast.post("sekretaris").pk, "instructions": [usual.pk], "order": "data", "nature": "rahasia",
            "manner": "tulisan", "copies": [cast.post("anggota1").pk]}  # fmt: skip
    given = handed(cast, "helpdesk", "dispose", sent, case=desk.case_at(6)).taken()
    same(given, taken.Dispose(
        addressee=cast.post("sekretaris"), instructions=(usual,), order=Order.DATA, nature=Nature.CONFIDENTIAL,
        manner=Manner.HANDWRITTEN, copies=(cast.post("anggota1"),),
    ))  # fmt: skip


def test_an_assignment(cast, desk):
    sent = {"addressee": cast.post("kasubag3").pk, "words": "Jawab", "order": "letter"}
    given = handed(cast, "sekretaris", "assign", sent, case=desk.case_at(10)).taken()
    same(given, taken.Assign(addressee=cast.post("kasubag3"), words="Jawab", order=Order.LETTER))


def test_a_review_with_why_it_is_late(cast, desk):
    cause = LateReason.objects.get(text="Gangguan sistem/listrik")
    case = desk.case_at(7, at=datetime(2026, 11, 20, 8, 0, tzinfo=WITA))
    sent = {"finding": "perlu_penjelasan", "late_cause": cause.pk, "late_words": "Padam"}
    given = handed(cast, "kasubag2", "review", sent, case=case).taken()
    same(given, taken.Review(finding=Legibility.UNCLEAR, why_late=taken.WhyLate(cause=cause, words="Padam")))


def test_an_identification(cast, desk):
    sent = {"proposal": "letter", "holding": "tidak", "category": "badan_publik", "form": "melihat",
            "excluded_article": "17h"}  # fmt: skip
    given = handed(cast, "kasubag2", "identify", sent, case=desk.case_at(8)).taken()
    same(given, taken.Identify(
        proposal=Proposal.LETTER, holding=Holding.NOT_HELD, category=Category.BODY, form=Form.VIEW,
        excluded_article=ExcludedArticle.ART_17H,
    ))  # fmt: skip


def test_a_consultation(cast, desk):
    division = Division.objects.get(short_name="Sosdiklih Parmas SDM")
    sent = {"division": division.pk, "outcome": "wawancara", "interview_at": "2026-11-24T09:00"}
    given = handed(cast, "kasubag2", "consult", sent, case=desk.case_at(9)).taken()
    same(given, taken.Consult(division=division, outcome=ConsultOutcome.INTERVIEW, interview_at=TOMORROW))


def test_data_baku(cast, desk):
    sent = {"description": "DPT", "medium": "surel", "source": "Pleno"}
    given = handed(cast, "kasubag2", "prepare", sent, case=desk.case_at(10, "prepare"), files=("files",)).taken()
    assert [file.content for file in given.files] == [PNG]
    same(given, taken.Prepare(description="DPT", medium=Medium.EMAIL, source="Pleno", files=given.files))


def test_a_draft_in_the_name_of_the_ketua(cast, desk):
    sent = {"outcome": "refused", "excluded_article": "17h", "recipient": "UTR", "subject": "Jawaban", "body": "Maaf.",
            "signer": cast.post("sekretaris").pk, "for_ketua": "on", "no_attachment": "on"}  # fmt: skip
    given = handed(cast, "kasubag2", "draft", sent, case=desk.case_at(12, "draft")).taken()
    same(given, taken.Draft(
        outcome=LetterOutcome.REFUSED, excluded_article=ExcludedArticle.ART_17H, recipient="UTR", subject="Jawaban",
        body="Maaf.", signer=cast.post("sekretaris"), in_name_of=cast.post("ketua"), no_attachment=True,
        classification="PL.02-SD", medium=Medium.FLASH, was_laid_aside=False,
    ))  # fmt: skip


def test_an_approval(cast, desk):
    given = handed(cast, "ketua", "approve", {"decision": "setuju"}, case=desk.case_at(12, "approve")).taken()
    same(given, taken.Approve(decision=Decision.APPROVE))


def test_a_hand_over(cast, desk):
    sent = {"receiver_name": "Ina", "receiver_kind": "kuasa", "proxy_letter": "SK 1", "description": "DPT",
            "medium": "surel", "refused_to_sign": "on", "witness": "Satpam"}  # fmt: skip
    given = handed(cast, "kasubag2", "deliver", sent, case=desk.case_at(4)).taken()
    same(given, taken.Deliver(
        receiver_name="Ina", receiver_kind=ReceiverKind.PROXY, proxy_letter="SK 1", description="DPT",
        medium=Medium.EMAIL, handed_medium=Medium.EMAIL, refused_to_sign=True, witness="Satpam",
    ))  # fmt: skip
