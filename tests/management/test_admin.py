"""The settings: opened by the admin post held today, in Indonesian, with history, without delete."""

from datetime import date, time, timedelta
from io import BytesIO

import pytest
import time_machine
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from requests_app import models
from tests.cast import NOW
from tests.weeks import create_week

pytestmark = pytest.mark.django_db
NAMES = (
    "User Appointment Post Unit Division Designation Availability WorkingHours DayOverride TargetRevision "
    "LateReason StatutoryRule ElectionStage Office Numbering NumberSeries SeriesStart ClassificationCode Instruction "
    "LetterTemplate"
).split()
PAIR = ((time(7, 30), time(12)), (time(13), time(16)))
OURS = [getattr(models, name) for name in NAMES]


@pytest.fixture
def client(cast):
    """Give the admin's client, in the office's time."""
    with time_machine.travel(NOW, tick=False):
        yield cast.client("admin")


def address(model, page="changelist", *args):
    return reverse(f"admin:requests_app_{model._meta.model_name}_{page}", args=args)


def errors(page):
    """List the form's errors by field."""
    return {name: list(found) for name, found in page.context["adminform"].form.errors.items()}


def test_what_is_registered_is_the_offices_data_and_nothing_else():
    assert {model.__name__ for model in admin.site._registry} == set(NAMES)


def test_the_first_page_lays_them_out_in_indonesian_sections(client):
    apps = client.get(reverse("admin:index")).context["app_list"]
    assert [app["name"] for app in apps] == ["Orang dan jabatan", "Waktu", "Kantor, nomor, dan isi disposisi"]
    assert [model["object_name"] for app in apps for model in app["models"]] == NAMES
    assert [str(model["name"]) for model in apps[1]["models"]] == [
        "Jam kerja",
        "Hari khusus",
        "Perubahan target waktu",
        "Alasan lewat waktu",
        "Batas hari kerja menurut undang-undang",
        "Tahapan Pemilu dan Pemilihan",
    ]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_lists_open_and_offer_no_delete(client, model):
    page = client.get(address(model))
    assert page.status_code == 200
    assert "delete_selected" not in page.content.decode()


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_rows_open_without_delete_and_deleting_is_refused(client, model):
    row = model.objects.first()
    if row is None:
        row = made(model)
    page = client.get(address(model, "change", row.pk))
    assert (page.status_code, address(model, "delete", row.pk) in page.content.decode()) == (200, False)
    assert client.post(address(model, "delete", row.pk), {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


def made(model):
    """Make one row of a table the fixture leaves empty."""
    post, user = models.Post.objects.first(), models.User.objects.first()
    return {
        models.Availability: lambda: model.objects.create(post=post, state="ada", set_at=NOW, set_by=user),
        models.DayOverride: lambda: model.objects.create(date=date(2026, 11, 26), kind="closed", name="Tutup"),
        models.TargetRevision: lambda: model.objects.create(
            step=6, minutes=9, reason="Banjir", decree="1", valid_from=NOW
        ),
        models.NumberSeries: lambda: model.objects.create(kind="agenda", year=2026, last=3),
        models.SeriesStart: lambda: model.objects.create(
            kind="agenda", year=2026, first=3, reason="Buku lama", set_by=user, set_at=NOW
        ),
        models.ElectionStage: lambda: model.objects.create(name="Kampanye", decree="1", begins=NOW.date()),
        models.Designation: lambda: model.objects.create(role="ppid", post=post, begins=NOW.date()),
    }[model]()


@pytest.mark.parametrize("who", ["helpdesk", "ketua", "sekretaris", "kasubag1", "pemeriksa", "outsider", "former", ""])
def test_nobody_else_opens_the_settings(cast, who):
    page = cast.client(who).get(reverse("admin:index"))
    assert page.status_code in {302, 403}
    assert "Orang dan jabatan" not in page.content.decode()


def test_the_settings_close_when_the_admin_post_ends(cast, client):
    successor = models.Appointment(user=cast.kasubag1, post=cast.post("admin"), begins=NOW.date())
    successor.save()
    for held in models.Appointment.objects.filter(user=cast.admin):
        held.ends = NOW.date() - timedelta(days=1)
        held.save()
    assert client.get(reverse("admin:index")).status_code in {302, 403}
    assert cast.client("kasubag1").get(reverse("admin:index")).status_code == 200


def test_the_first_admin_gets_in_while_nobody_holds_the_post(cast, client):
    models.Appointment.objects.filter(post=cast.post("admin")).update(ends=NOW.date() - timedelta(days=1))
    assert client.get(reverse("admin:index")).status_code == 200


def test_a_change_leaves_history_with_person_and_words(cast, client):
    row = models.Instruction.objects.first()
    client.post(
        address(models.Instruction, "change", row.pk), {"text": row.text, "order": row.order, "rank": 7, "active": "on"}
    )
    newest = row.history.first()
    assert (newest.history_user, newest.history_change_reason, newest.rank) == (cast.admin, "Diubah: urutan", 7)
    page = client.get(address(models.Instruction, "history", row.pk)).content.decode()
    assert ("Diubah: urutan" in page, "Kapan" in page, "Changes" in page) == (True, True, False)


def test_a_rule_cases_rely_on_is_ended_by_a_form_that_says_how(client, desk):
    desk.letter()
    rule = models.StatutoryRule.objects.get(kind="jawab")
    sent = {"kind": "jawab", "days": 14, "source": rule.source, "valid_from": "2024-01-01"}
    page = client.post(address(models.StatutoryRule, "change", rule.pk), sent)
    assert errors(page) == {
        "days": ["Aturan ini sudah dipakai; akhiri masa berlakunya, lalu tambahkan aturan yang baru."]
    }
    sent |= {"days": 10, "valid_until": "2026-12-31"}
    assert client.post(address(models.StatutoryRule, "change", rule.pk), sent).status_code == 302
    newest = rule.history.first()
    assert (newest.history_user, newest.history_change_reason) == (desk.cast.admin, "Diubah: berlaku sampai")


def test_history_is_read_not_reverted(client):
    row = models.Instruction.objects.first()
    version = address(models.Instruction, "simple_history", row.pk, row.history.first().pk)
    assert client.get(version).status_code == 200
    assert client.post(version, {"text": "Lain", "rank": 1}).status_code == 403
    assert models.Instruction.objects.get(pk=row.pk).text == row.text


def spans(*rows):
    """Shape the inline's rows of working hours."""
    data = {"spans-TOTAL_FORMS": len(rows), "spans-INITIAL_FORMS": 0}
    for at, (weekday, opens, closes) in enumerate(rows):
        data |= {f"spans-{at}-weekday": weekday, f"spans-{at}-opens": opens, f"spans-{at}-closes": closes}
    return data


def test_ramadan_hours_are_entered_on_one_page_and_every_row_names_the_person(cast, client):
    data = {"name": "Ramadan", "begins": "08/02/2027", "ends": "09/03/2027", **spans((0, "08:00", "12:00"))}
    assert client.post(address(models.WorkingHours, "add"), data).status_code == 302
    hours = models.WorkingHours.objects.get(name="Ramadan")
    assert [str(span.opens) for span in hours.spans.all()] == ["08:00:00"]
    assert {row.history_user for row in models.WorkingSpan.history.filter(hours=hours)} == {cast.admin}


def test_what_cannot_be_is_refused_at_its_field(client):
    closed = client.post(address(models.DayOverride, "add"), {"date": "25/12/2026", "kind": "closed", "name": "Natal"})
    assert [*errors(closed)] == ["date"]
    pattern = client.post(
        address(models.Numbering, "change", models.Numbering.objects.first().pk), {"mode": "sendiri", "template": "{x}"}
    )
    assert [*errors(pattern)] == ["template"]
    ketua = models.Appointment.objects.filter(post__kind="ketua").first()
    second = client.post(
        address(models.Appointment, "add"),
        {"user": models.User.objects.last().pk, "post": ketua.post_id, "kind": "definitif", "begins": "24/11/2026"},
    )
    assert [*errors(second)] == ["begins"]


def test_a_target_revision_offers_the_rows_there_are(client):
    data = {"edition": "2020", "step": "6", "minutes": 15, "reason": "Banjir", "decree": "1/2026",
            "valid_from_0": "24/11/2026", "valid_from_1": "08:00"}  # fmt: skip
    assert [*errors(client.post(address(models.TargetRevision, "add"), {**data, "step": "14"}))] == ["step"]
    assert client.post(address(models.TargetRevision, "add"), data).status_code == 302
    assert models.TargetRevision.objects.get().minutes == 15


def hours(client, *rows, **values):
    """Send the form of new working hours; give the errors of its rows by number and field."""
    page = client.post(
        address(models.WorkingHours, "add"), {"name": "Pendek", "begins": "01/12/2026", **values, **spans(*rows)}
    )
    inlines = page.context["inline_admin_formsets"][0].formset.errors if page.context else []
    return page, {(at, name): list(said) for at, found in enumerate(inlines) for name, said in found.items()}


def test_hours_sent_together_that_overlap_are_refused_at_the_later_one(client):
    page, found = hours(client, (0, "13:00", "16:00"), (0, "07:30", "13:30"), (1, "13:00", "16:00"))
    assert found == {(0, "opens"): ["Bertumpuk dengan 07.30–13.30 pada hari yang sama."]}
    assert 'value="13:30' in page.content.decode()
    _, found = hours(client, (2, "08:00", "12:00"), (2, "08:00", "12:00"))
    assert found == {(1, "opens"): ["Bertumpuk dengan 08.00–12.00 pada hari yang sama."]}
    assert not models.WorkingHours.objects.filter(name="Pendek").exists()


def test_hours_that_end_before_they_begin_are_refused_at_the_field(client):
    _, found = hours(client, (0, "16:00", "08:00"))
    assert found == {(0, "closes"): ["Waktu tutup harus setelah waktu buka."]}
    page, _ = hours(client, (0, "08:00", "12:00"), ends="30/11/2026")
    assert errors(page) == {"ends": ["Jam kerja tidak boleh berakhir sebelum mulai berlaku."]}


def test_periods_that_overlap_are_refused_at_the_field(client):
    hours(client, (0, "08:00", "12:00"), ends="10/12/2026")
    page, _ = hours(client, (0, "08:00", "12:00"), begins="10/12/2026", ends="12/12/2026", name="Lain")
    assert errors(page) == {"begins": ["Masa berlakunya bertumpuk dengan Pendek (1 Desember 2026 – 10 Desember 2026)."]}


def test_spans_may_change_places_in_one_form(client):
    week = create_week("Pindah", date(2026, 12, 1), None, (PAIR, (), (), (), (), (), ()))
    first, second = week.spans.all()
    data = {"name": "Pindah", "begins": "01/12/2026", "spans-TOTAL_FORMS": 2, "spans-INITIAL_FORMS": 2}
    for at, (row, opens, closes) in enumerate([(first, "07:30", "14:00"), (second, "14:30", "16:00")]):
        data |= {f"spans-{at}-id": row.pk, f"spans-{at}-hours": week.pk, f"spans-{at}-weekday": 0}
        data |= {f"spans-{at}-opens": opens, f"spans-{at}-closes": closes}
    assert client.post(address(models.WorkingHours, "change", week.pk), data).status_code == 302
    assert [f"{span.opens:%H.%M}–{span.closes:%H.%M}" for span in week.spans.all()] == ["07.30–14.00", "14.30–16.00"]


def test_hours_without_any_opening_say_that_they_are_not_in_force(client):
    data = {"name": "Kosong", "begins": "01/12/2026", **spans()}
    page = client.post(address(models.WorkingHours, "add"), data, follow=True)
    assert "Jam kerja ini belum berlaku: waktu bukanya belum diisi." in page.content.decode()


def test_a_day_entered_twice_is_refused_at_the_field_and_kept_as_typed(client):
    data = {"date": "26/11/2026", "kind": "closed", "name": "Banjir besar"}
    assert client.post(address(models.DayOverride, "add"), data).status_code == 302
    page = client.post(address(models.DayOverride, "add"), data)
    assert errors(page) == {"date": ["Tanggal ini sudah tercatat."]}
    assert "Banjir besar" in page.content.decode()


def test_a_person_is_added_with_names_and_password(cast, client):
    data = {"username": "baru", "password1": "kata-sandi-panjang", "password2": "kata-sandi-panjang",
            "usable_password": "true", "full_name": "Petrus Baru", "title_after": "S.H."}  # fmt: skip
    assert client.post(address(models.User, "add"), data).status_code == 302
    person = models.User.objects.get(username="baru")
    assert (person.display_name, person.is_staff, person.check_password("kata-sandi-panjang")) == (
        "Petrus Baru, S.H.",
        False,
        True,
    )
    assert person.history.first().history_user == cast.admin


def test_a_new_password_names_who_gave_it(cast, client):
    data = {"password1": "kata-sandi-panjang", "password2": "kata-sandi-panjang", "usable_password": "true"}
    page = client.post(reverse("admin:auth_user_password_change", args=[cast.kasubag1.pk]), data)
    assert page.status_code == 302
    assert cast.kasubag1.history.first().history_user == cast.admin


def emblem(client, name, content):
    """Send the office's form with an emblem."""
    office = models.Office.objects.get()
    names = ("name", "short_name", "region_code", "city", "address", "postal_code", "phone", "email", "website")
    data = {field: getattr(office, field) for field in names}
    return client.post(
        address(models.Office, "change", office.pk), {**data, "emblem": SimpleUploadedFile(name, content)}
    )


def test_the_emblem_is_judged_by_its_content(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert [*errors(emblem(client, "lambang.png", b"<svg onload=alert(1)>"))] == ["emblem"]
    picture = BytesIO()
    Image.new("RGB", (8, 8)).save(picture, "PNG")
    assert emblem(client, "lambang.png", picture.getvalue()).status_code == 302
    assert models.Office.objects.get().emblem.size == len(picture.getvalue())


def test_there_is_one_office(client):
    assert client.get(address(models.Office, "add")).status_code == 403


def test_an_unknown_year_of_cuti_bersama_warns_on_the_list_of_days(cast):
    with time_machine.travel(NOW.replace(year=2027, month=6), tick=False):
        models.Appointment.objects.filter(user=cast.admin).update(ends=None)
        page = cast.client("admin").get(address(models.DayOverride))
    assert "Cuti bersama 2028 belum diketahui" in page.content.decode()
