"""Records of rows 7 to 12: review, identification, consultation, data baku, reply letter."""

from django.db import models
from django.db.models import Q

from ...outcomes import OUTCOMES
from ..case import Category, Form, Nature
from ..people import Appointment, Division, Post
from .arrival import Order
from .base import StepRecord


class Legibility(models.TextChoices):
    COMPLETE = "lengkap", "Lengkap dan jelas"
    UNCLEAR = "perlu_penjelasan", "Perlu penjelasan pemohon"


class Review(StepRecord):
    """Row 7: the Kasubag studied letter and disposition."""

    finding = models.CharField("hasil mencermati", max_length=18, choices=Legibility.choices)
    summary = models.TextField("pokok surat", max_length=1000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "hasil mencermati"


class Holding(models.TextChoices):
    HELD = "dikuasai", "Dikuasai"
    NOT_HELD = "tidak", "Tidak dikuasai"
    UNDOCUMENTED = "belum", "Belum didokumentasikan"


class Proposal(models.TextChoices):
    CONSULT = "konsultasi", "Perlu konsultasi divisi"
    DATA = "data", "Data saja, tanpa surat balasan"
    LETTER = "letter", "Surat balasan"


class ExcludedArticle(models.TextChoices):
    """UU 14/2008 article 17, grounds for refusal."""

    ART_17A = "17a", "Pasal 17 huruf a – penegakan hukum"
    ART_17B = "17b", "Pasal 17 huruf b – kekayaan intelektual dan persaingan usaha"
    ART_17C = "17c", "Pasal 17 huruf c – pertahanan dan keamanan"
    ART_17D = "17d", "Pasal 17 huruf d – kekayaan alam"
    ART_17E = "17e", "Pasal 17 huruf e – ketahanan ekonomi"
    ART_17F = "17f", "Pasal 17 huruf f – hubungan luar negeri"
    ART_17G = "17g", "Pasal 17 huruf g – akta otentik dan wasiat"
    ART_17H = "17h", "Pasal 17 huruf h – rahasia pribadi"
    ART_17I = "17i", "Pasal 17 huruf i – memorandum badan publik"
    ART_17J = "17j", "Pasal 17 huruf j – dilarang undang-undang"


class Identification(StepRecord):
    """Row 8: what is asked, whether it is held, and the row the Kasubag proposes."""

    result = models.TextField("hasil identifikasi", max_length=1000, blank=True)
    category = models.CharField("kategori", max_length=14, choices=Category.choices, default=Category.STAGES)
    holding = models.CharField("penguasaan", max_length=10, choices=Holding.choices, default=Holding.HELD)
    excluded_article = models.CharField(
        "dikecualikan menurut", max_length=4, choices=ExcludedArticle.choices, blank=True
    )
    consequence_test = models.CharField("uji konsekuensi KPU Provinsi", max_length=150, blank=True)
    form = models.CharField("bentuk", max_length=10, choices=Form.choices, default=Form.SOFT)
    proposal = models.CharField("usul tindak lanjut", max_length=10, choices=Proposal.choices)

    class Meta:
        verbose_name = verbose_name_plural = "hasil identifikasi"
        constraints = [
            models.CheckConstraint(
                condition=Q(excluded_article="") | ~Q(proposal=Proposal.DATA),
                name="identification_refusal_in_writing",
                violation_error_message="Informasi yang dikecualikan ditolak secara tertulis: pilih surat balasan.",
            )
        ]


class ConsultOutcome(models.TextChoices):
    ADVICE = "arahan", "Arahan tentang data"
    INTERVIEW = "wawancara", "Dialihkan ke wawancara"


class Consultation(StepRecord):
    """Row 9: the divisi's advice on the data, or the hand-over to an interview."""

    division = models.ForeignKey(Division, models.PROTECT, related_name="+", verbose_name="divisi")
    outcome = models.CharField("hasil", max_length=10, choices=ConsultOutcome.choices)
    advice = models.TextField("arahan divisi", max_length=2000, blank=True)
    order = models.CharField("perintah", max_length=8, choices=Order.choices, blank=True)
    interview_at = models.DateTimeField("waktu wawancara", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "konsultasi"


class Medium(models.TextChoices):
    PRINT = "cetak", "Cetakan"
    FLASH = "flashdisk", "Flash disk"
    EMAIL = "surel", "Surel"
    WHATSAPP = "whatsapp", "WhatsApp"
    VIEW = "melihat", "Dilihat/dicatat di tempat"
    COURIER = "kurir", "Kurir/pos"


class RawData(StepRecord):
    """Data baku: standard, approved data the unit holds (rows 4, 10, 12), with files or a stated medium."""

    description = models.TextField("uraian data baku", max_length=2000)
    medium = models.CharField("media", max_length=10, choices=Medium.choices, blank=True)
    source = models.CharField("sumber data", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "data baku"


class LetterOutcome(models.TextChoices):
    GIVEN = "given", "Diberikan seluruhnya"
    PARTLY = "partly_refused", "Diberikan sebagian"
    REFUSED = "refused", "Ditolak"
    NOT_HELD = "not_held", "Tidak dikuasai"
    NOT_DOCUMENTED = "not_documented", "Belum didokumentasikan"
    INTERVIEW = "interview", "Undangan wawancara"


WITHHOLDING = sorted((slug for slug in LetterOutcome.values if OUTCOMES[slug].withholds), reverse=True)


class LetterStatus(models.TextChoices):
    SUBMITTED = "diajukan", "Menunggu persetujuan"
    RETURNED = "dikembalikan", "Dikembalikan"
    RECALLED = "ditarik", "Ditarik"
    ISSUED = "terbit", "Terbit"
    CANCELLED = "batal", "Batal"


class ReplyLetter(StepRecord):
    """Row 12: one version of the reply letter; approval gives the number and freezes the text."""

    version = models.PositiveSmallIntegerField("konsep ke", default=1)
    status = models.CharField("status", max_length=12, choices=LetterStatus.choices, default=LetterStatus.SUBMITTED)
    outcome = models.CharField("keputusan", max_length=14, choices=LetterOutcome.choices)
    excluded_article = models.CharField("pasal penolakan", max_length=4, choices=ExcludedArticle.choices, blank=True)
    subject = models.CharField("hal", max_length=1000)
    nature = models.CharField("sifat", max_length=14, choices=Nature.choices, default=Nature.ORDINARY)
    recipient = models.CharField("yth.", max_length=200)
    recipient_address = models.CharField("di (alamat)", max_length=300, blank=True)
    body = models.TextField("isi surat", max_length=20000)
    copies_to = models.TextField("tembusan", max_length=1000, blank=True)
    no_attachment = models.BooleanField("tanpa lampiran", default=False)
    signer = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="penandatangan")
    in_name_of = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="a.n.")
    asks_paraf = models.BooleanField("minta paraf Sekretaris dahulu", default=False)
    signed_as = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+", editable=False)
    raw_data = models.ForeignKey(RawData, models.PROTECT, null=True, related_name="+", editable=False)
    classification = models.CharField("kode klasifikasi", max_length=20, default="PL.02-SD")
    number = models.CharField("nomor surat", max_length=80, null=True, editable=False)
    number_year = models.PositiveSmallIntegerField(null=True, editable=False)
    number_sequence = models.PositiveIntegerField(null=True, editable=False)
    letter_date = models.DateField("tanggal surat", null=True, editable=False)
    code = models.CharField(
        "kode periksa", max_length=8, blank=True, db_index=True, editable=False
    )  # given with the number

    class Meta:
        verbose_name = verbose_name_plural = "surat balasan"
        constraints = [
            models.UniqueConstraint(fields=["number_year", "number"], name="letter_number_unique_in_year"),
            models.CheckConstraint(
                condition=~Q(outcome__in=WITHHOLDING) | ~Q(excluded_article=""),
                name="letter_refusal_names_article",
                violation_error_message="Penolakan harus menyebut pasal 17 yang menjadi dasarnya.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["terbit", "batal"], number__isnull=False)
                | Q(status__in=["diajukan", "dikembalikan", "ditarik"], number__isnull=True),
                name="letter_number_with_approval",
            ),
        ]


class Decision(models.TextChoices):
    APPROVE = "setuju", "Setujui dan beri nomor"
    RETURN = "kembalikan", "Kembalikan dengan catatan"
    PARAF = "paraf", "Diparaf Sekretaris"
    CANCEL = "batal", "Dibatalkan"


class LetterDecision(StepRecord):
    """Row 12: the signer approved the letter or returned it with a note; beside it the paraf and a cancellation."""

    letter = models.ForeignKey(ReplyLetter, models.PROTECT, related_name="decisions")
    decision = models.CharField("keputusan", max_length=10, choices=Decision.choices)

    class Meta:
        verbose_name = verbose_name_plural = "pemeriksaan surat balasan"
