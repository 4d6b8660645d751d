"""One record per kind of act. `StepRecord` is the act's own row; a kind with words of its own extends it.

The case page reads them all with one query; every record keeps its versions in history, and a note is
never a step's only output.
"""

from django.db import models
from django.db.models import Q

from ..sop import ENDINGS
from .base import track
from .case import STEPS, TASKS, Category, Form, InformationRequest, Nature
from .people import Appointment, Division, Post


class ActKind(models.TextChoices):
    COMPLETE = "complete", "Menyelesaikan tugas"
    READY = "ready", "Siap diambil"
    REDIRECT = "redirect", "Mengalihkan"
    RECALL = "recall", "Menarik kembali"
    CORRECT = "correct", "Mengoreksi"
    CONFIRM = "confirm", "Mengonfirmasi"
    HOLD = "hold", "Menunda"
    RESUME = "resume", "Melanjutkan"
    END = "end", "Menyelesaikan permohonan"
    REOPEN = "reopen", "Membuka kembali"
    ATTACH = "attach", "Melampirkan"


class StepRecord(models.Model):
    """What every act leaves: which row and task, by whom in which appointment, when, and on whose behalf."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="records", verbose_name="permohonan")
    kind = models.CharField("jenis tindakan", max_length=8, choices=ActKind.choices, default=ActKind.COMPLETE)
    step = models.PositiveSmallIntegerField("langkah")
    task = models.CharField("tugas", max_length=12)
    act = models.PositiveIntegerField("tindakan ke")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+", verbose_name="pelaku")
    on_behalf_of = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="atas nama"
    )
    happened_at = models.DateTimeField("terjadi")
    recorded_at = models.DateTimeField("dicatat")
    started_at = models.DateTimeField("formulir dibuka", null=True)
    clock_set_back = models.BooleanField("jam server mundur", default=False)
    note = models.TextField("catatan", max_length=1000, blank=True)
    history = track(inherit=True)

    class Meta:
        verbose_name = verbose_name_plural = "catatan tindakan"
        ordering = ["-act", "-pk"]
        indexes = [models.Index(fields=["case", "act"])]
        constraints = [
            models.CheckConstraint(condition=Q(step__in=STEPS), name="record_step_known"),
            models.CheckConstraint(condition=Q(task__in=TASKS), name="record_task_known"),
            models.CheckConstraint(condition=Q(kind__in=ActKind.values), name="record_kind_known"),
            models.CheckConstraint(
                condition=Q(happened_at__lte=models.F("recorded_at")) | Q(clock_set_back=True),
                name="record_not_in_future",
                violation_error_message="Waktu kejadian tidak boleh sesudah waktu pencatatan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.act}"

    @property
    def is_late_entry(self) -> bool:
        """Tell whether it was recorded well after it happened (paper entry)."""
        return (self.recorded_at - self.happened_at).total_seconds() > LATE_ENTRY_SECONDS


LATE_ENTRY_SECONDS = 300


class AvailabilityResult(models.TextChoices):
    AVAILABLE = "bersedia", "Bersedia sekarang"
    OTHER = "pejabat_lain", "Bertemu pejabat lain"
    APPOINTMENT = "janji", "Janji temu"


class AvailabilityCheck(StepRecord):
    """Row 2, first task: whether the official can be met, now, later, or another instead."""

    official = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="pejabat yang ditemui")
    result = models.CharField("kesediaan", max_length=12, choices=AvailabilityResult.choices)
    appointment_at = models.DateTimeField("waktu janji temu", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "kesediaan pejabat"


class Meeting(StepRecord):
    """Row 2, second task: the petitioner met the official."""

    official = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="pejabat yang ditemui")
    summary = models.TextField("pokok pembicaraan", max_length=1000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "pertemuan"


class DispositionKind(models.TextChoices):
    ORAL = "lisan", "Disposisi lisan"
    WRITTEN = "surat", "Disposisi surat"
    ASSIGNMENT = "tugas", "Penugasan"
    REDIRECT = "alih", "Pengalihan"


class Manner(models.TextChoices):
    SELF = "sendiri", "Ditulis sendiri di aplikasi"
    SPOKEN = "lisan", "Diucapkan"
    HANDWRITTEN = "tulisan", "Tulisan tangan"
    WHATSAPP = "whatsapp", "WhatsApp"


class Confirmation(models.TextChoices):
    OWN = "sendiri", "Dicatat sendiri"
    PENDING = "belum", "Belum dikonfirmasi"
    CONFIRMED = "benar", "Dikonfirmasi benar"
    DISPUTED = "keliru", "Dibantah"


class Order(models.TextChoices):
    DATA = "data", "Data saja, tanpa surat balasan"
    LETTER = "letter", "Dengan surat balasan"


class Disposition(StepRecord):
    """One hop (rows 3, 6; assignments of 10, 12; redirects): who said what to whom, when, recorded by whom."""

    form_of = models.CharField("jenis disposisi", max_length=6, choices=DispositionKind.choices)
    speaker = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="pemberi disposisi")
    speaker_appointment = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    addressee = models.ForeignKey(Post, models.PROTECT, related_name="dispositions", verbose_name="diteruskan kepada")
    instructions = models.TextField("dengan hormat harap", max_length=600, blank=True)  # one per line
    words = models.TextField("catatan disposisi", max_length=2000, blank=True)
    order = models.CharField("perintah", max_length=8, choices=Order.choices, blank=True)
    nature = models.CharField("sifat", max_length=14, choices=Nature.choices, default=Nature.ORDINARY)
    manner = models.CharField("cara disampaikan", max_length=10, choices=Manner.choices, default=Manner.SELF)
    said_at = models.DateTimeField("waktu disampaikan")
    confirmation = models.CharField("konfirmasi", max_length=8, choices=Confirmation.choices)
    confirmed_at = models.DateTimeField("dikonfirmasi", null=True, blank=True)
    recalled_at = models.DateTimeField("ditarik kembali", null=True, blank=True)
    copies = models.ManyToManyField(Post, blank=True, related_name="+", verbose_name="tembusan kepada")

    class Meta:
        verbose_name = verbose_name_plural = "disposisi"
        constraints = [
            models.CheckConstraint(
                condition=~Q(speaker=models.F("addressee")) | Q(form_of=DispositionKind.REDIRECT),
                name="disposition_not_to_oneself",
                violation_error_message="Disposisi tidak dapat ditujukan kepada pemberinya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(words="", instructions=""),
                name="disposition_says_something",
                violation_error_message="Pilih isi disposisi atau tulis catatannya.",
            ),
        ]

    @property
    def text(self) -> str:
        """Say the orders and words as one paragraph."""
        orders = "; ".join(self.instructions.splitlines())
        return ". ".join(part.rstrip(".") for part in (orders, self.words.strip()) if part) + "."


class IncomingLetter(StepRecord):
    """Row 5: the letter, its agenda number and the blank sheet attached to it."""

    sender = models.CharField("surat dari", max_length=150)
    letter_number = models.CharField("nomor surat", max_length=80, blank=True)
    letter_date = models.DateField("tanggal surat", null=True, blank=True)
    subject = models.CharField("perihal", max_length=1000)
    enclosure = models.CharField("lampiran", max_length=100, blank=True)
    nature = models.CharField("sifat", max_length=14, choices=Nature.choices, default=Nature.ORDINARY)
    agenda_number = models.CharField("nomor agenda", max_length=40)
    agenda_year = models.PositiveSmallIntegerField("tahun agenda")
    agenda_sequence = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "surat masuk"
        constraints = [
            models.UniqueConstraint(fields=["agenda_year", "agenda_number"], name="agenda_number_unique_in_year")
        ]


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
    signed_as = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+", editable=False)
    raw_data = models.ForeignKey(RawData, models.PROTECT, null=True, related_name="+", editable=False)
    classification = models.CharField("kode klasifikasi", max_length=20, default="PL.02-SD")
    number = models.CharField("nomor surat", max_length=80, null=True, editable=False)
    number_year = models.PositiveSmallIntegerField(null=True, editable=False)
    number_sequence = models.PositiveIntegerField(null=True, editable=False)
    letter_date = models.DateField("tanggal surat", null=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "surat balasan"
        constraints = [
            models.UniqueConstraint(fields=["number_year", "number"], name="letter_number_unique_in_year"),
            models.CheckConstraint(
                condition=~Q(outcome__in=["refused", "partly_refused"]) | ~Q(excluded_article=""),
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


class LetterDecision(StepRecord):
    """Row 12: the signer approved the letter or returned it with a note."""

    letter = models.ForeignKey(ReplyLetter, models.PROTECT, related_name="decisions")
    decision = models.CharField("keputusan", max_length=10, choices=Decision.choices)

    class Meta:
        verbose_name = verbose_name_plural = "pemeriksaan surat balasan"


class HoldReason(models.TextChoices):
    IDENTITY = "identitas", "Menunggu pemohon: kelengkapan identitas"
    CLARIFICATION = "penjelasan", "Menunggu pemohon: penjelasan"
    APPOINTMENT = "janji", "Menunggu pemohon: janji temu"
    COLLECTION = "pengambilan", "Menunggu pemohon: siap diambil"
    OFFICIAL = "berhalangan", "Pejabat berhalangan"
    FORCE_MAJEURE = "kahar", "Keadaan kahar"
    PLENARY = "pleno", "Menunggu rapat pleno"


STOPPING = {reason for reason in HoldReason if reason != HoldReason.PLENARY}  # DOMAIN section 4


class Hold(StepRecord):
    """A penundaan: an interval of its own that the step's clock leaves out as its reason rules."""

    reason = models.CharField("alasan", max_length=12, choices=HoldReason.choices)
    began_at = models.DateTimeField("mulai ditunda")
    until = models.DateTimeField("dijadwalkan sampai", null=True, blank=True)
    notified_via = models.CharField("diberi tahu lewat", max_length=60, blank=True)
    ended_at = models.DateTimeField("berakhir", null=True, blank=True)
    act_ended = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "penundaan"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=models.F("began_at")),
                name="hold_ends_after_begins",
                violation_error_message="Penundaan tidak dapat berakhir sebelum dimulai.",
            ),
            models.CheckConstraint(condition=Q(reason__in=HoldReason.values), name="hold_reason_known"),
        ]

    @property
    def stops(self) -> bool:
        return self.reason in STOPPING


class Closing(StepRecord):
    """A named ending outside the decree, with what that ending needs."""

    ending = models.CharField("penyelesaian", max_length=20)
    statement = models.TextField("keterangan", max_length=2000, blank=True)
    holding_body = models.CharField("badan yang menguasai", max_length=200, blank=True)
    until = models.DateField("tersedia pada", null=True, blank=True)
    true_case = models.ForeignKey(InformationRequest, models.PROTECT, null=True, blank=True, related_name="+")
    division = models.ForeignKey(Division, models.PROTECT, null=True, blank=True, related_name="+")
    interview_on = models.DateField("tanggal wawancara", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "penyelesaian"
        constraints = [models.CheckConstraint(condition=Q(ending__in=list(ENDINGS)), name="closing_ending_known")]


class Correction(StepRecord):
    """A koreksi: which record got a new version; the reason is its note, the old version stays in history."""

    record = models.ForeignKey(StepRecord, models.PROTECT, related_name="corrections")
    changed = models.CharField("yang dikoreksi", max_length=300)

    class Meta:
        verbose_name = verbose_name_plural = "koreksi"
