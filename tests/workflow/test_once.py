"""Every form carries a one-time token or stands here with its reason: sent twice it is one act, opened again none."""

import re
from collections import Counter
from datetime import datetime
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve, reverse

from requests_app.clock import WITA
from requests_app.models import (  # fmt: skip
    Appointment,
    BookFile,
    ClosedMonth,
    Disposition,
    Expedition,
    ExpeditionNote,
    Submission,
    Unit,
    User,
    YearlyReport,
)
from tests import matrix
from tests.books.test_shelf import OCTOBER
from tests.cast import NOW, PASSWORD
from tests.matrix import MatrixCase
from tests.posting import PNG, sealed
from tests.repository import files, text
from tests.rules import test_matrix, test_matrix_tasks

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL | re.IGNORECASE)
ENVELOPE = re.compile(r'name="envelope" value="[^"]{20,}"')
EVERY = [
    row
    for table in (test_matrix.PAGES, test_matrix.READING, test_matrix.SIDE, test_matrix.ENDS, test_matrix.SETTINGS,
                  test_matrix_tasks.AWAITED)
    for row in matrix.rows(table)
]  # fmt: skip
# By the name of the address a form is sent to: why it has no token.
REASONS = {
    "login": "a session is begun anew however often; tries are counted against guessing",
    "logout": "a session that ended stays ended",
    "admin:logout": "a session that ended stays ended",
    "setup": "the console's code is itself used once",
    "presence": "a state is set: the same again writes nothing",
    "nik": "every look at a full NIK is logged, so a form sent twice is two looks",
    "opened": "no form: the page's script says so, and only the first time is written",
    "phone_lookup": "reads only",
    "verify": "reads only",
    "admin:index": "Django's own page of settings has no form of ours",
    "admin:requests_app_post_changelist": "a list: its actions are switched off",
}

SHOWN_BELOW = {"book_close", "yearly_settle"}  # once a month or a year is over: sent twice below


def forms(path: str, html: str) -> list[tuple[str, bool]]:
    """List a page's forms that are posted: the name of where they go, whether they are sealed."""
    found = []
    for attributes, inside in FORM.findall(html):
        if re.search(r'method="post"', attributes, re.IGNORECASE):
            action = re.search(r'action="([^"]*)"', attributes)
            place = urlsplit(action[1] if action and action[1] else path).path
            found.append((resolve(place).view_name, bool(ENVELOPE.search(inside))))
    return found


class EveryForm(MatrixCase):
    def shown(self) -> set[tuple[str, bool]]:
        """Look at every page as whoever may read and send it, and at the first page as everybody."""
        found: set[tuple[str, bool]] = set()
        sends = {row.path: row.who("204", "302", "422") for row in EVERY if row.method == "POST"}
        for row in (row for row in EVERY if row.method == "GET"):
            may = row.who("200")
            able = [column for column in may if column in sends.get(row.path, ())]
            for column in may if row.path == "/" else {*may[:1], *able[:1]}:
                answer = self.office.ask("GET", row.path, column).response
                if answer["Content-Type"].startswith("text/html"):
                    found |= set(forms(self.office.path(row.path), answer.content.decode()))
        return found

    def test_every_form_shown_is_sealed_or_has_its_reason(self):
        shown = self.shown()
        sealed_ones = {name for name, is_sealed in shown if is_sealed} | SHOWN_BELOW
        assert {name for name, is_sealed in shown if not is_sealed} - set(REASONS) == set()
        assert sealed_ones & set(REASONS) == set()
        takes = {resolve(self.office.path(row.path.split("?")[0])).view_name for row in EVERY
                 if row.method == "POST" and row.who("200", "204", "302", "422")}  # fmt: skip
        assert takes - sealed_ones - set(REASONS) == {name for name, _ in test_matrix.UNNAMED} & takes

    def test_a_form_opened_again_after_the_session_ended_is_shown_and_writes_nothing(self):
        wrote = []
        for row in (row for row in EVERY if row.method == "POST" and row.path in BODIES):
            column = next(iter(row.who("302", "200")), None)
            name = resolve(self.office.path(row.path.split("?")[0])).view_name
            if column and not name.startswith("admin:") and name != "verify":
                answer = self.office.ask("POST", row.path, column, {**BODIES[row.path], "_tinjau": "1"})
                if answer.changes or answer.word not in ("200", "302"):
                    wrote.append(f"{row} {column}: {answer.word} {answer.changes[:1]}")
        assert wrote == []


# By template and how many of its forms: why they carry no token of their own.
WITHOUT = {
    ("base.html", 1): "a session that ended stays ended",
    ("public/verify.html", 1): "reads only",
    ("requests/presence_buttons.html", 1): "a state is set: the same again writes nothing",
    ("requests/draft.html", 1): "what was laid aside is thrown away: again throws nothing away",
    ("resume.html", 1): "carries the form that was typed, its envelope among the fields, and only draws it",
}


def test_every_form_written_in_a_template_is_sealed_or_has_its_reason():
    found = Counter()
    for path in files(".html"):
        if str(path).startswith("templates/"):
            written = re.findall(r"<form\b.*?</form>|<form\b.*\Z", text(path), re.DOTALL | re.IGNORECASE)
            posted = [form for form in written if re.search(r'method="(post|{{)', form)]
            bare = [form for form in posted if "in hidden %}" not in form and "{% seal " not in form]
            found[str(path).removeprefix("templates/")] = len(bare)
    assert +found == Counter({template: count for template, count in WITHOUT if count})


BODIES = {**test_matrix.BODIES, **test_matrix_tasks.bodies(test_matrix_tasks.AWAITED)}


# -- The same submit again ---------------------------------------------------------------------------------------------


pytestmark = pytest.mark.django_db


def twice(client, address, sent, shown=None):
    """Fetch a form, send it three times; give the statuses."""
    envelope = sealed(client.get(shown or address))
    return [client.post(address, {**sent(), "envelope": envelope}).status_code for _ in range(3)]


@pytest.fixture
def noon():
    """Stand still on Monday at noon."""
    with time_machine.travel(NOW.replace(hour=12), tick=False):
        yield


@pytest.fixture
def handed(desk):
    """Hand something over on that Monday."""
    return Expedition.objects.get(case=desk.do(desk.case_at(4, at=NOW), "deliver"))


def test_a_days_sheet_sent_again_is_one_act_and_other_content_is_asked_again(handed, cast, noon):
    address, row = reverse("book_day", args=["2026-11-23"]), handed

    def sent(place="Lemari 2"):
        return {"rows": [str(row.pk)], "place": place, "scan": SimpleUploadedFile("a.png", PNG, "image/png")}

    client = cast.client("helpdesk")
    envelope = sealed(client.get(address))
    answers = [client.post(address, {**sent(), "envelope": envelope}).status_code for _ in range(3)]
    assert (answers, ExpeditionNote.objects.count(), BookFile.objects.count()) == ([302] * 3, 2, 1)
    page = client.post(address, {**sent("Lemari 3"), "envelope": envelope})
    html = page.content.decode()
    assert (page.status_code, "sudah pernah dikirim dengan isi lain" in html, 'value="Lemari 3"' in html) == (
        409, True, True,
    )  # fmt: skip
    assert client.post(address, {**sent("Lemari 3"), "envelope": sealed(page)}).status_code == 302
    assert ExpeditionNote.objects.count() == 3


def test_what_is_refused_spends_no_token(handed, cast, noon):
    address, row = reverse("book_day", args=["2026-11-23"]), handed
    client = cast.client("helpdesk")
    envelope = sealed(client.get(address))
    assert client.post(address, {"rows": [row.pk], "envelope": envelope}).status_code == 422
    assert Submission.objects.filter(case=None).count() == 0
    assert client.post(address, {"rows": [row.pk], "place": "Rak 1", "envelope": envelope}).status_code == 302


def test_a_month_closed_by_two_clicks_is_closed_once(desk, cast, noon):
    desk.do(desk.case_at(4, at=OCTOBER), "deliver")
    answers = twice(cast.client("admin"), reverse("book_close"), lambda: {"month": "2026-10"})
    assert (answers, ClosedMonth.objects.count(), BookFile.objects.count()) == ([302] * 3, 1, 1)


def test_a_years_words_sent_again_are_one_version(cast, noon):
    address = reverse("yearly", args=[2026])
    answers = twice(cast.client("sekretaris"), address, lambda: {"version": "0", "policy": "Satu"})
    assert (answers, YearlyReport.objects.get().version) == ([302] * 3, 1)


def test_a_year_settled_by_two_clicks_is_settled_once(cast):
    with time_machine.travel(datetime(2027, 1, 11, 9, tzinfo=WITA), tick=False):
        client, address = cast.client("sekretaris"), reverse("yearly", args=[2026])
        assert client.post(address, {"version": "0", "policy": "Satu"}).status_code == 302
        form = next(inside for attributes, inside in FORM.findall(client.get(address).content.decode())
                    if "tetapkan" in attributes)  # fmt: skip
        sent = {"envelope": re.search(r'name="envelope" value="([^"]+)"', form)[1]}
        settle = reverse("yearly_settle", args=[2026])
        assert [client.post(settle, sent).status_code for _ in range(3)] == [302] * 3
    assert (BookFile.objects.count(), YearlyReport.history.count()) == (1, 2)


def test_a_disposition_confirmed_by_two_clicks_is_confirmed_once(cast, desk):
    case = desk.do(desk.case_at(6, at=NOW), "dispose", who="helpdesk", manner="lisan")
    given = Disposition.objects.get(case=case)
    with time_machine.travel(NOW.replace(hour=9), tick=False):
        answers = twice(
            cast.client("ketua"), reverse("confirm", args=[case.pk, given.pk]), lambda: {"true": "1"},
            case.get_absolute_url(),
        )  # fmt: skip
    assert (answers, given.history.count()) == ([302] * 3, 2)


def test_an_office_set_up_by_two_clicks_is_written_once(cast, noon):
    client, office = cast.client("admin"), cast.office
    sent = {"name": office.name, "short_name": office.short_name, "region_code": "5371", "city": "Kupang"}
    before = office.history.count()
    answers = twice(client, reverse("setup_page", args=["kantor"]), lambda: sent)
    assert (answers, office.history.count()) == ([302] * 3, before + 1)
    before = User.objects.count()
    post = cast.post("kasubag3")
    Appointment.objects.filter(post=post).delete()
    sent = {"post": post.pk, "full_name": "Yuliana Rekaan", "kind": "definitif", "begins": "2026-11-23",
            "username": "yuliana", "password": f"{PASSWORD} panjang"}  # fmt: skip
    answers = twice(client, reverse("setup_page", args=["orang"]), lambda: sent)
    assert (answers, User.objects.count()) == ([302] * 3, before + 1)


def test_a_setting_saved_by_two_clicks_is_one_row_and_a_mistake_spends_nothing(cast, noon):
    client, address = cast.client("admin"), reverse("admin:requests_app_unit_add")
    envelope = sealed(client.get(address))
    sent = {"name": "Subbagian Rekaan", "begins": "2026-12-01", "envelope": envelope}
    assert client.post(address, {**sent, "begins": ""}).status_code == 422
    assert [client.post(address, sent).status_code for _ in range(3)] == [302] * 3
    assert Unit.objects.filter(name="Subbagian Rekaan").count() == 1
