"""A book being built in a process of its own: what was asked, how far it has come, and what came of it."""

from django.db import models
from django.db.models import Q

from .people import Appointment, User
from .shelf import BookFile, ClosedMonth


class BookBuild(models.Model):
    """One building of a book. Unfinished it is the only one of its key, so a second press joins the first.

    The process that works at it says so every few seconds; who finds it silent may go on with it.
    """

    book = models.CharField("buku", max_length=16)
    begin = models.DateField("dari")
    end = models.DateField("sampai")
    public = models.BooleanField("varian publikasi", default=False)
    covered = models.JSONField("permohonan Rahasia yang ditutup", default=list)  # keys, as the asker may not read them
    key = models.CharField(max_length=64)  # of all above: the same book for the same eyes
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="diminta oleh")
    asked_at = models.DateTimeField("diminta")
    closes_for = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")  # a month to be closed
    stamp = models.CharField("keadaan isi saat disusun", max_length=80, default="")
    total = models.PositiveIntegerField("banyaknya bagian", default=0)
    done = models.PositiveIntegerField("bagian yang jadi", default=0)
    saying = models.CharField("sedang dikerjakan", max_length=120, default="")
    run = models.CharField("proses yang mengerjakan", max_length=32, default="")
    host = models.CharField(max_length=80, default="")
    pid = models.PositiveIntegerField(null=True)
    beat_at = models.DateTimeField("tanda hidup terakhir")
    failure = models.CharField("sebab gagal", max_length=300, default="")
    finished_at = models.DateTimeField("selesai", null=True)
    file = models.OneToOneField(BookFile, models.PROTECT, null=True, related_name="build")

    class Meta:
        verbose_name = verbose_name_plural = "penyusunan buku"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["book", "begin", "end"], name="build_of_a_book")]
        constraints = [
            models.UniqueConstraint(fields=["key"], condition=Q(finished_at=None), name="build_one_at_a_time"),
            models.CheckConstraint(
                condition=Q(finished_at=None, file=None) | Q(finished_at__isnull=False, file__isnull=False, failure=""),
                name="build_finished_has_its_file",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.book} {self.begin} – {self.end}"


class BuildPart(models.Model):
    """One part that is done: a closed month's stored paper, or pages drawn for this building."""

    build = models.ForeignKey(BookBuild, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField("bagian")
    title = models.CharField("judul", max_length=80)
    rows = models.PositiveIntegerField("baris")
    pages = models.PositiveIntegerField("halaman")
    size = models.PositiveIntegerField("ukuran (bita)")
    sha256 = models.CharField(max_length=64)
    stamp = models.CharField("keadaan isi saat digambar", max_length=80)
    cases = models.JSONField("permohonan yang isinya tercetak", default=list)  # keys
    closed = models.ForeignKey(ClosedMonth, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = verbose_name_plural = "bagian buku"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["build", "number"], name="build_part_once")]

    def __str__(self) -> str:
        return self.title
