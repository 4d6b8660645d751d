"""The case: its stored position, its petitioner, the stays it ran through and who opened it when."""

import secrets
from datetime import date, datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from ..outcomes import OUTCOMES, Outcome
from ..sop import CURRENT_EDITION, EDITIONS, Does, Edition, Ending, Step, Task, every_ending, every_step
from .base import track
from .people import Appointment, Post

STEPS = list(every_step())
ENDINGS = list(every_ending())
OUTCOME_OF_ENDING = {slug: OUTCOMES[ending.outcome] for slug, ending in every_ending().items() if ending.outcome}
TASKS = sorted({task.slug for edition in EDITIONS.values() for row in edition.rows for task in row.tasks})
CODE_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no 0 O 1 I L: read aloud over a counter


def new_code() -> str:
    """Draw the 8-character code a petitioner follows the case with."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(8))


class State(models.TextChoices):
    OPEN = "open", "Berjalan"
    HELD = "held", "Ditunda"
    ENDED = "ended", "Selesai"


class Channel(models.TextChoices):
    """Diktum KEDUA names in person, letter, telephone, Instagram, Facebook; practice adds the rest."""

    IN_PERSON = "langsung", "Datang langsung"
    LETTER = "surat", "Surat"
    TELEPHONE = "telepon", "Telepon"
    WHATSAPP = "whatsapp", "WhatsApp"
    EMAIL = "surel", "Surel"
    INSTAGRAM = "instagram", "Instagram"
    FACEBOOK = "facebook", "Facebook"


class Nature(models.TextChoices):
    ORDINARY = "biasa", "Biasa"
    URGENT = "segera", "Segera"
    VERY_URGENT = "sangat_segera", "Sangat Segera"
    CONFIDENTIAL = "rahasia", "Rahasia"


class Category(models.TextChoices):
    STAGES = "tahapan", "Tahapan Pemilu"
    BODY = "badan_publik", "KPU sebagai Badan Publik"


class Form(models.TextChoices):
    SOFT = "softcopy", "Salinan softcopy"
    HARD = "hardcopy", "Salinan hardcopy"
    VIEW = "melihat", "Melihat/mencatat"


class Collection(models.TextChoices):
    PICK_UP = "ambil", "Ambil langsung"
    EMAIL = "surel", "Surel"
    COURIER = "kurir", "Kurir"
    MAIL = "pos", "Pos"
    FAX = "faksimili", "Faksimili"


class RequestQuerySet(models.QuerySet):
    def overdue(self, now: datetime) -> "RequestQuerySet":
        """Keep the cases whose running step has passed its due instant."""
        return self.filter(stays__ended__isnull=True, stays__due_at__lt=now)

    def owed_until(self, day: date) -> "RequestQuerySet":
        """Keep the cases whose written notice is still owed and falls due by a day: the law's days, not the SOP's."""
        return self.filter(state__in=[State.OPEN, State.HELD], answered_on__isnull=True, deadline__due__lte=day)


class InformationRequest(models.Model):
    """A permohonan. Its position is stored, never inferred; only `workflow` writes it."""

    number = models.CharField("nomor pendaftaran", max_length=60)
    year = models.PositiveSmallIntegerField("tahun")
    sequence = models.PositiveIntegerField("nomor urut", null=True)
    code = models.CharField("kode lacak", max_length=8, unique=True, default=new_code, editable=False)
    entry = models.PositiveSmallIntegerField("langkah awal")
    channel = models.CharField("saluran", max_length=12, choices=Channel.choices)
    received_at = models.DateTimeField("diterima")
    emergency_number = models.CharField("nomor formulir darurat", max_length=30, blank=True)
    addressee = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, verbose_name="ingin bertemu", related_name="+"
    )
    information = models.TextField("informasi yang dibutuhkan", max_length=4000)
    purpose = models.TextField("tujuan penggunaan", max_length=1000, blank=True)
    category = models.CharField("kategori", max_length=14, choices=Category.choices, blank=True)
    form = models.CharField("cara memperoleh", max_length=10, choices=Form.choices, blank=True)
    collection = models.CharField("cara mendapat salinan", max_length=10, choices=Collection.choices, blank=True)
    confidential = models.BooleanField("rahasia", default=False)
    petitioner = models.ForeignKey(
        "Petitioner", models.PROTECT, null=True, related_name="+", verbose_name="pemohon", editable=False
    )

    edition = models.CharField("edisi SOP", max_length=10, default=CURRENT_EDITION)
    state = models.CharField("keadaan", max_length=6, choices=State.choices, default=State.OPEN)
    step = models.PositiveSmallIntegerField("langkah", null=True)
    task = models.CharField("tugas", max_length=12, blank=True)
    holder = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, verbose_name="ditunggu", related_name="waiting"
    )
    target = models.PositiveIntegerField("target (menit kerja)", null=True)
    order = models.CharField("perintah", max_length=8, blank=True)  # "data" or "letter", once ordered (decision 4)
    act = models.PositiveIntegerField("tindakan ke", default=0)
    happened_at = models.DateTimeField("terjadi")
    was_held = models.BooleanField("pernah ditunda", default=False)
    ending = models.CharField("penyelesaian", max_length=20, blank=True)
    ended_at = models.DateTimeField("selesai", null=True, blank=True)
    answered_on = models.DateField("dijawab tertulis", null=True, blank=True)  # ends the law's days, not the case

    objects = RequestQuerySet.as_manager()
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "permohonan"
        ordering = ["-received_at", "-pk"]
        indexes = [
            models.Index(fields=["-received_at", "-id"]),
            models.Index(fields=["state", "step"]),
            models.Index(fields=["holder", "state"]),
            models.Index(fields=["number"]),
            models.Index(fields=["ended_at"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="case_number_unique_in_year"),
            models.UniqueConstraint(fields=["year", "sequence"], name="case_sequence_unique_in_year"),
            models.UniqueConstraint(
                fields=["emergency_number"], condition=~Q(emergency_number=""), name="case_emergency_number_used_once"
            ),
            models.CheckConstraint(condition=Q(step__isnull=True) | Q(step__in=STEPS), name="case_step_known"),
            models.CheckConstraint(condition=Q(task="") | Q(task__in=TASKS), name="case_task_known"),
            models.CheckConstraint(condition=Q(edition__in=list(EDITIONS)), name="case_edition_known"),
            models.CheckConstraint(condition=Q(ending="") | Q(ending__in=ENDINGS), name="case_ending_known"),
            models.CheckConstraint(
                condition=Q(state=State.ENDED, step__isnull=True, task="", ended_at__isnull=False) & ~Q(ending="")
                | Q(state__in=[State.OPEN, State.HELD], step__isnull=False, ending="", ended_at__isnull=True)
                & ~Q(task=""),
                name="case_ended_has_no_position",
            ),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("case", args=[self.pk])

    @property
    def sop(self) -> Edition:
        """The edition the case began under and finishes on (pengesahan 4)."""
        return EDITIONS[self.edition]

    @property
    def row(self) -> Step | None:
        """The decree's row the case stands in, in its own edition."""
        return self.sop.step(self.step) if self.step else None

    @property
    def awaited(self) -> Task | None:
        """The one act now awaited."""
        return self.row.task(self.task) if self.row else None

    def awaits(self, *any_of: Does) -> bool:
        """Tell whether the act now awaited means one of these."""
        return self.awaited is not None and self.awaited.does(*any_of)

    @property
    def ended_as(self) -> Ending | None:
        """What became of an ended case, in its own edition's words."""
        return self.sop.ending(self.ending) if self.ending else None

    def outcome(self, of_letter: str = "") -> Outcome | None:
        """What follows from how the case ended, or from what the letter decided that ended it; none while it runs."""
        ended = self.ended_as
        return OUTCOMES[of_letter if of_letter in ended.letters else ended.outcome] if ended else None

    @property
    def short_number(self) -> str:
        return self.number.split("/")[0]


class PetitionerKind(models.TextChoices):
    INDIVIDUAL = "perorangan", "Perorangan"
    LEGAL_BODY = "badan_hukum", "Badan hukum"


class Petitioner(models.Model):
    """Personal data of one case, apart from history; corrected by a superseding row, blanked at most (UU 27/2022)."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="petitioners")
    act = models.PositiveIntegerField("tindakan ke")
    kind = models.CharField("jenis pemohon", max_length=12, choices=PetitionerKind.choices, default="perorangan")
    name = models.CharField("nama pemohon", max_length=150)
    phone = models.CharField("telepon", max_length=40, blank=True)
    phone_digits = models.CharField(max_length=20, blank=True, db_index=True, editable=False)
    email = models.EmailField("surel", blank=True)
    nik = models.CharField("NIK", max_length=16, blank=True)
    address = models.CharField("alamat", max_length=300, blank=True)
    occupation = models.CharField("pekerjaan", max_length=100, blank=True)
    deed_number = models.CharField("nomor akta badan hukum", max_length=100, blank=True)
    proxy_name = models.CharField("nama kuasa/wakil", max_length=150, blank=True)
    proxy_letter = models.CharField("surat kuasa khusus", max_length=100, blank=True)
    erased_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "pemohon"
        ordering = ["-act"]
        constraints = [
            models.UniqueConstraint(fields=["case", "act"], name="petitioner_once_per_act"),
            models.CheckConstraint(condition=Q(kind__in=PetitionerKind.values), name="petitioner_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name or "(data pribadi dihapus)"


class Stay(models.Model):
    """A derived row: one stay of a case in a step, task and holder. Equal to a recomputation from history."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="stays")
    run = models.PositiveSmallIntegerField("masuk ke")
    step = models.PositiveSmallIntegerField("langkah")
    task = models.CharField("tugas", max_length=12)
    holder = models.ForeignKey(Post, models.PROTECT, null=True, related_name="stays")
    began = models.DateTimeField("mulai")
    opened = models.DateTimeField("dibuka", null=True)
    ended = models.DateTimeField("selesai", null=True)
    act_began = models.PositiveIntegerField()
    act_ended = models.PositiveIntegerField(null=True)
    target = models.PositiveIntegerField("target (menit kerja)")
    working = models.DurationField("waktu kerja", null=True)
    waiting = models.DurationField("menunggu dibuka", null=True)
    step_total = models.DurationField("waktu langkah", null=True)
    late = models.BooleanField("lewat waktu", default=False)
    due_at = models.DateTimeField("batas", null=True)
    unexplained = models.BooleanField("alasan ditunggu", default=False)  # of a step that ended late: this holder's
    remeasured = models.BooleanField("dihitung ulang", default=False)  # the earlier verdict lies in VerdictChange

    class Meta:
        verbose_name = verbose_name_plural = "kunjungan langkah"
        ordering = ["act_began"]
        indexes = [
            models.Index(fields=["due_at"], condition=Q(ended__isnull=True), name="stay_open_due"),
            models.Index(fields=["holder", "ended"]),
            models.Index(fields=["ended", "id"], condition=Q(unexplained=True), name="stay_unexplained"),
            models.Index(fields=["ended"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["case", "act_began"], name="stay_once_per_act"),
            models.UniqueConstraint(fields=["case"], condition=Q(ended__isnull=True), name="stay_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.step} {self.task}"


class Opening(models.Model):
    """The instant the holder first opened a case after an act; append-only, so waiting is told from handling."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="openings")
    act = models.PositiveIntegerField()
    opened_at = models.DateTimeField()
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "act"], name="opening_once_per_act")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.act}"


class Submission(models.Model):
    """A spent one-time token: the same submit again repeats the first result, other content is refused."""

    token = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)
    case = models.ForeignKey(InformationRequest, models.PROTECT, null=True, related_name="+")  # none: a form of no case
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.case_id}"


class Disclosure(models.Model):
    """A logged look at a full NIK, with its reason; append-only (UU 27/2022)."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="disclosures")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+")
    reason = models.CharField("alasan", max_length=200)
    seen_at = models.DateTimeField("dilihat")

    class Meta:
        verbose_name = verbose_name_plural = "pembukaan NIK"

    def __str__(self) -> str:
        return f"{self.case_id}: {self.reason}"
