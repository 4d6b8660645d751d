"""Office, subbagian, divisi, posts and the dated appointments of people to them.

A case waits for a post, never for a person: whoever holds the post today acts (DOMAIN section 2).
"""

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q

from ..sop import Actor
from .base import ends_after, track


class Office(models.Model):
    """The one office this installation serves; letterheads and receipts are printed from it."""

    name = models.CharField("nama", max_length=120, default="Komisi Pemilihan Umum Kota Kupang")
    short_name = models.CharField("nama singkat", max_length=60, default="KPU Kota Kupang")
    region_code = models.CharField("kode wilayah", max_length=10, default="5371")
    city = models.CharField("tempat surat", max_length=60, default="Kupang")
    address = models.CharField("alamat", max_length=200, blank=True)
    postal_code = models.CharField("kode pos", max_length=10, blank=True)
    phone = models.CharField("telepon", max_length=40, blank=True)
    email = models.EmailField("surel", blank=True)
    website = models.CharField("laman", max_length=100, blank=True)
    emblem = models.FileField("lambang (PNG)", upload_to="office/", blank=True)
    calendar_version = models.PositiveIntegerField("versi kalender", default=1, editable=False)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "kantor"

    def __str__(self) -> str:
        return self.short_name


class Unit(models.Model):
    """A subbagian; names changed three times since 2018, so they are dated."""

    name = models.CharField("nama", max_length=120)
    begins = models.DateField("berlaku sejak")
    ends = models.DateField("berlaku sampai", null=True, blank=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "subbagian"
        ordering = ["name"]
        constraints = [ends_after("unit_ends_after_begins", "Tanggal akhir subbagian mendahului tanggal mulainya.")]

    def __str__(self) -> str:
        return self.name


class Division(models.Model):
    """A divisi of the commission, led by one Anggota."""

    name = models.CharField("nama", max_length=120)
    short_name = models.CharField("nama singkat", max_length=40)
    begins = models.DateField("berlaku sejak")
    ends = models.DateField("berlaku sampai", null=True, blank=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "divisi"
        ordering = ["name"]
        constraints = [ends_after("division_ends_after_begins", "Tanggal akhir divisi mendahului tanggal mulainya.")]

    def __str__(self) -> str:
        return f"Divisi {self.name}"


class PostKind(models.TextChoices):
    HELPDESK = "helpdesk", "Help Desk"
    KETUA = "ketua", "Ketua"
    ANGGOTA = "anggota", "Anggota"
    SEKRETARIS = "sekretaris", "Sekretaris"
    KASUBAG = "kasubag", "Kasubag"
    STAFF = "staff", "Staf subbagian"  # drafts and uploads; only the Kasubag completes
    ADMIN = "admin", "Admin"  # master data, printing letters and books
    AUDITOR = "pemeriksa", "Pemeriksa"  # dated, read-only, may export


ACTOR_OF_KIND = {
    PostKind.HELPDESK: Actor.HELPDESK,
    PostKind.KETUA: Actor.KETUA,
    PostKind.ANGGOTA: Actor.KETUA,
    PostKind.SEKRETARIS: Actor.SEKRETARIS,
    PostKind.KASUBAG: Actor.KASUBAG,
}


class Post(models.Model):
    """A jabatan. Cases wait for it; people come and go."""

    office = models.ForeignKey(Office, models.PROTECT, verbose_name="kantor", related_name="posts")
    kind = models.CharField("jenis", max_length=12, choices=PostKind.choices)
    title = models.CharField("nama jabatan", max_length=150)
    short_title = models.CharField("sebutan singkat", max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name="subbagian")
    division = models.ForeignKey(Division, models.PROTECT, null=True, blank=True, verbose_name="divisi")
    begins = models.DateField("berlaku sejak")
    ends = models.DateField("berlaku sampai", null=True, blank=True)
    rank = models.PositiveSmallIntegerField("urutan", default=100)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "jabatan"
        ordering = ["rank", "title"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=PostKind.values), name="post_kind_known"),
            ends_after("post_ends_after_begins", "Tanggal akhir jabatan mendahului tanggal mulainya."),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def actor(self) -> Actor | None:
        """Say in which column of the decree this post acts, if in any."""
        return ACTOR_OF_KIND.get(PostKind(self.kind))


class User(AbstractUser):
    """A person of the office. Deactivated, never deleted; names keep their case and titles."""

    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    full_name = models.CharField("nama", max_length=150, blank=True)
    title_before = models.CharField("gelar depan", max_length=40, blank=True)
    title_after = models.CharField("gelar belakang", max_length=60, blank=True)
    nip = models.CharField("NIP", max_length=30, blank=True)
    phone = models.CharField("telepon", max_length=40, blank=True)
    acting: Any  # who acts today, set by the login back end
    history = track(excluded_fields=["password", "last_login"])

    class Meta:
        verbose_name = verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """Join front title, name and back title as they are written: "dr. Yusuf Nau, M.Kes."."""
        name = " ".join(part for part in (self.title_before, self.full_name or self.username) if part)
        return f"{name}, {self.title_after}" if self.title_after else name

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.full_name or self.username


class AppointmentKind(models.TextChoices):
    DEFINITIVE = "definitif", "Definitif"
    PLT = "plt", "Plt."
    PLH = "plh", "Plh."


class AppointmentQuerySet(models.QuerySet):
    def in_force(self, on: date) -> "AppointmentQuerySet":
        """Keep the appointments that let someone act on a day: a Plh. displaces the definitive holder."""
        dated = Q(begins__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on))
        acting = Appointment.objects.filter(dated, post=OuterRef("post"), kind=AppointmentKind.PLH)
        post_alive = Q(post__begins__lte=on) & (Q(post__ends__isnull=True) | Q(post__ends__gte=on))
        displaced = Q(kind=AppointmentKind.PLH) | ~Exists(acting)
        return self.filter(dated, post_alive, displaced, user__is_active=True)


class Appointment(models.Model):
    """A penugasan: one person on one post from a date to a date."""

    user = models.ForeignKey(User, models.PROTECT, verbose_name="pengguna", related_name="appointments")
    post = models.ForeignKey(Post, models.PROTECT, verbose_name="jabatan", related_name="appointments")
    kind = models.CharField("sebagai", max_length=10, choices=AppointmentKind.choices, default="definitif")
    begins = models.DateField("sejak")
    ends = models.DateField("sampai", null=True, blank=True)
    decree = models.CharField("nomor surat perintah/keputusan", max_length=120, blank=True)
    objects = AppointmentQuerySet.as_manager()
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "penugasan"
        ordering = ["post__rank", "begins"]
        indexes = [models.Index(fields=["user", "begins"]), models.Index(fields=["post", "begins"])]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=AppointmentKind.values), name="appointment_kind_known"),
            ends_after("appointment_ends_after_begins", "Tanggal akhir penugasan mendahului tanggal mulainya."),
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.held_title}"

    @property
    def held_title(self) -> str:
        """Say the post as held: "Plh. Sekretaris"."""
        return f"{self._prefix}{self.post.title}"

    @property
    def held_short_title(self) -> str:
        """Say the post as held, as it is called in the office: "Plh. Sekretaris", "Kasubag Rendatin"."""
        return f"{self._prefix}{self.post.short_title}"

    @property
    def _prefix(self) -> str:
        return "" if self.kind == AppointmentKind.DEFINITIVE else f"{self.get_kind_display()} "

    def clean(self) -> None:
        """Refuse a second definitive holder in the same period."""
        if self.kind != AppointmentKind.DEFINITIVE or not self.post_id or not self.begins:
            return
        if self.post.kind not in SINGLE_HOLDER:
            return
        others = Appointment.objects.filter(post=self.post, kind=self.kind).exclude(pk=self.pk)
        others = others.filter(Q(ends__isnull=True) | Q(ends__gte=self.begins))
        clash = (others.filter(begins__lte=self.ends) if self.ends else others).first()
        if clash:
            raise ValidationError({"begins": f"{clash.user} masih memegang {self.post} pada masa itu; akhiri dulu."})


SINGLE_HOLDER = {PostKind.KETUA, PostKind.ANGGOTA, PostKind.SEKRETARIS, PostKind.KASUBAG}


class Presence(models.TextChoices):
    IN = "ada", "Ada di ruangan"
    MEETING = "rapat", "Rapat"
    AWAY = "tidak_ada", "Tidak ada"


class Availability(models.Model):
    """Whether an official can be met; has an until-time and resets each day."""

    post = models.OneToOneField(Post, models.PROTECT, verbose_name="jabatan", related_name="availability")
    state = models.CharField("kesediaan", max_length=10, choices=Presence.choices)
    until = models.DateTimeField("sampai", null=True, blank=True)
    set_at = models.DateTimeField("dicatat")
    set_by = models.ForeignKey(User, models.PROTECT, verbose_name="dicatat oleh", related_name="+")
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "kesediaan"
        constraints = [models.CheckConstraint(condition=Q(state__in=Presence.values), name="availability_known")]

    def __str__(self) -> str:
        return f"{self.post}: {self.get_state_display()}"

    def valid_at(self, now: datetime, today: date, set_on: date) -> bool:
        """Tell whether the entry still holds: same day and not past its until-time."""
        return today == set_on and (self.until is None or self.until > now)


class DesignationQuerySet(models.QuerySet):
    def in_force(self, on: date) -> "DesignationQuerySet":
        """Keep the designations of a day, the latest first."""
        dated = Q(begins__lte=on) & (Q(ends__isnull=True) | Q(ends__gte=on))
        return self.filter(dated).order_by("-begins", "-pk")


class Designation(models.Model):
    """A dated designation of a post as PPID or atasan PPID; the PPID signs PPID-D [U]."""

    role = models.CharField("penunjukan", max_length=12, choices=[("ppid", "PPID"), ("atasan_ppid", "Atasan PPID")])
    post = models.ForeignKey(Post, models.PROTECT, verbose_name="jabatan")
    begins = models.DateField("sejak")
    ends = models.DateField("sampai", null=True, blank=True)
    decree = models.CharField("nomor keputusan", max_length=120, blank=True)
    objects = DesignationQuerySet.as_manager()
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "penunjukan PPID"
        constraints = [
            ends_after("designation_ends_after_begins", "Tanggal akhir penunjukan mendahului tanggal mulainya.")
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.post}"


class Instruction(models.Model):
    """A usual order on the disposition sheet ("Dengan hormat harap"), editable by an admin."""

    text = models.CharField("isi", max_length=80, unique=True)
    order = models.CharField(
        "perintah", max_length=8, blank=True, choices=[("data", "Data saja"), ("letter", "Dengan surat balasan")]
    )
    rank = models.PositiveSmallIntegerField("urutan", default=100)
    active = models.BooleanField("dipakai", default=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "isi disposisi"
        ordering = ["rank", "text"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        from .versions import bump_version  # that room reads this one first

        super().save(*args, **kwargs)
        bump_version("Isi disposisi diubah")
