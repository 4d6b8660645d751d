"""The edition of 2020's endings: those outside the decree [D, L], and the decree's own two named.

Each says from which rows a case may leave, who may end it, what the closing record must hold and what
paper goes with it. A hand-over ends a case by itself; what it leads to is marked `decree`.
"""

from .shapes import HANDS_OVER, Actor, Does, Ending

DESK, KETUA, SEKRETARIS, KASUBAG = Actor.HELPDESK, Actor.KETUA, Actor.SEKRETARIS, Actor.KASUBAG
STUDYING = ("tindak-lanjut", "mencermati-surat", "identifikasi", "konsultasi-divisi")
NOTICE = "Pemberitahuan Tertulis (PPID-D)"

ENDINGS_2020 = (
    Ending(
        slug="given",
        title="Data diberikan",
        actors=(KASUBAG, DESK),
        by_task=Does.GIVES_DATA,
        decree=True,
    ),
    Ending(
        slug="replied",
        title="Dijawab dengan surat",
        actors=(KASUBAG, DESK),
        by_task=Does.GIVES_LETTER,
        decree=True,
    ),
    Ending(
        slug="other_official",
        title="Dialihkan ke pejabat lain",
        actors=(DESK,),
        moves_to="pertemuan-langsung",
        by_task=Does.ASKS,
    ),
    Ending(
        slug="appointment",
        title="Dijanjikan bertemu",
        actors=(DESK,),
        moves_to="pertemuan-langsung",
        by_task=Does.ASKS,
        paper="Tanda bukti dengan waktu janji temu",
    ),
    Ending(
        slug="to_letter",
        title="Dilanjutkan dengan surat",
        button="Minta pemohon menulis surat",
        rows=("pertemuan-langsung", "disposisi-lisan", "tindak-lanjut"),
        actors=(DESK, KETUA, SEKRETARIS, KASUBAG),
        needs=("statement",),
        paper="Tanda bukti dengan nomor pendaftaran yang sama",
        moves_to="surat-masuk",
        law="Penolakan selalu tertulis: UU 14/2008 pasal 22 ayat (7)",
    ),
    Ending(
        slug="answered",
        title="Terjawab dalam pertemuan",
        button="Terjawab dalam pertemuan",
        rows=("pertemuan-langsung", "disposisi-lisan"),
        actors=(DESK, KETUA, SEKRETARIS),
        needs=("statement",),
        paper="Jawaban dicatat pada register",
        answers=True,
    ),
    Ending(
        slug="incomplete",
        title="Tidak dapat diproses: identitas tidak lengkap",
        button="Tidak dapat diproses (identitas tidak lengkap)",
        anywhere=True,
        but=("registrasi",),
        actors=(DESK, SEKRETARIS),
        needs=("statement",),
        paper="Catatan pemberitahuan kekurangan",
        law="3 hari kerja memberi tahu, 3 hari kerja melengkapi: Perki 1/2021",
        voids=True,
    ),
    Ending(
        slug="withdrawn",
        title="Ditarik pemohon",
        button="Pemohon menarik permohonan",
        anywhere=True,
        but=("registrasi",),
        actors=(DESK, SEKRETARIS, KASUBAG),
        needs=("statement",),
        paper="Pernyataan pemohon, lisan atau tertulis",
        voids=True,
    ),
    Ending(
        slug="duplicate",
        title="Salah atau ganda daftar",
        button="Salah atau ganda daftar",
        anywhere=True,
        actors=(DESK, SEKRETARIS),
        needs=("statement", "true_case"),
        voids=True,
    ),
    Ending(
        slug="not_collected",
        title="Tidak diambil setelah diberi tahu",
        button="Tidak diambil setelah diberi tahu",
        where=HANDS_OVER,
        actors=(DESK, KASUBAG),
        needs=("statement",),
        paper="Bukti pemberitahuan siap diambil",
        voids=True,
    ),
    Ending(
        slug="not_held",
        title="Informasi tidak dikuasai",
        button="Tidak dikuasai di sini",
        rows=STUDYING,
        actors=(KASUBAG, SEKRETARIS),
        needs=("statement", "holding_body"),
        paper=NOTICE,
        law="UU 14/2008 pasal 22 ayat (7)",
        answers=True,
    ),
    Ending(
        slug="not_documented",
        title="Belum didokumentasikan",
        button="Belum didokumentasikan",
        rows=STUDYING,
        actors=(KASUBAG, SEKRETARIS),
        needs=("statement", "until"),
        paper=NOTICE,
        law="UU 14/2008 pasal 22 ayat (7)",
        answers=True,
    ),
    Ending(
        slug="interviewed",
        title="Wawancara dilaksanakan",
        button="Catat hasil wawancara",
        rows=("konsultasi-divisi",),
        actors=(KASUBAG, KETUA),
        needs=("statement", "division", "interview_on"),
        answers=True,
    ),
    # Always in writing, so only a letter carries them (art. 17 a–j).
    Ending(
        slug="refused",
        title="Ditolak",
        actors=(KASUBAG, DESK),
        by_task=Does.GIVES_LETTER,
        paper="Surat balasan",
        law="UU 14/2008 pasal 17",
    ),
    Ending(
        slug="partly_refused",
        title="Diberikan sebagian",
        actors=(KASUBAG, DESK),
        by_task=Does.GIVES_LETTER,
        paper="Surat balasan",
        law="UU 14/2008 pasal 17",
    ),
)
