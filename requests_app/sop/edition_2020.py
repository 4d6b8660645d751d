"""The edition of 2020: the 13 rows of the decree, typed from the source text."""

from .endings_2020 import ENDINGS_2020
from .shapes import Actor, Does, Edition, Step, Task
from .sheet_2020 import SHEET_2020

DESK, KETUA, SEKRETARIS, KASUBAG = Actor.HELPDESK, Actor.KETUA, Actor.SEKRETARIS, Actor.KASUBAG
DISPOSERS = (KETUA, SEKRETARIS)
ASSIGNERS = (SEKRETARIS, KETUA)
RECORDERS = (DESK, SEKRETARIS, KASUBAG)
LETTER, SHEET = "Surat masuk", "Lembar disposisi"
LETTER_AND_DISPOSITION = ("Surat masuk", "Disposisi surat")
SOURCE_PAIR = "(1) Surat Masuk Disposisi Surat (2)"

DISPOSE_ORAL = Task(
    slug="dispose",
    title="Disposisi lisan",
    button="Catat disposisi lisan",
    actors=DISPOSERS,
    flags=(Does.DISPOSES,),
    addressed=True,
    on_behalf=RECORDERS,
    repeats_for=("sekretaris",),
    form_of="lisan",
)
# Row 6 says "pejabat yang dituju", so an Anggota may be the addressee there too.
DISPOSE_WRITTEN = Task(
    slug="dispose",
    title="Disposisi surat",
    button="Disposisi",
    actors=DISPOSERS,
    flags=(Does.DISPOSES,),
    addressed=True,
    on_behalf=RECORDERS,
    repeats_for=("sekretaris", "anggota"),
    form_of="surat",
)
# Decision 4: the decree says "menugaskan kasubag", so a Kasubag never assigns itself.
ASSIGN = Task(
    slug="assign",
    title="Penugasan Kasubag",
    button="Tugaskan",
    actors=ASSIGNERS,
    flags=(Does.ASSIGNS,),
    on_behalf=RECORDERS,
    form_of="tugas",
)

EDITION_2020 = Edition(
    slug="2020",
    number="66/HK.03.1-Kpt/5371/KPU-Kot/VII/2020",
    title="Standar Operasional Prosedur Pelayanan Publik di Lingkungan Komisi Pemilihan Umum Kota Kupang",
    signed="7 April 2020",
    note=(
        "Sampul keputusan menyebut nomor 60, lampirannya dua kali nomor 66; bulan romawi VII (Juli), "
        "sedangkan tanggal penetapan 7 April dan tanggal pengesahan 21 April 2020. Diktum KETIGA tertulis dua kali. "
        "Judul kolom “MUTU BUKU” dibaca mutu baku. Sampul menyebut “Bagian Hukum”; keterangan merujuk SOP Surat Masuk "
        "dan SOP Surat Keluar yang tidak ada pada daftar keterkaitan."
    ),
    entries=(1, 5),
    endings=ENDINGS_2020,
    sheet=SHEET_2020,
    rows=(
        Step(
            number=1,
            slug="registrasi",
            title="Registrasi",
            heading="Melakukan registrasi.",
            tasks=(
                Task(
                    slug="register",
                    title="Pemohon didaftarkan",
                    button="Daftarkan pemohon",
                    actors=(DESK,),
                    flags=(Does.REGISTERS,),
                ),
            ),
            target_minutes=3,
            outputs=("Identitas dan tujuan pemohon tercatat",),
            remark="Tercatatnya identitas dan tujuan dari pemohon.",
            next=(2,),
            reentry="register",
            source_remark="Tercatatnya identitas dan tujuan dari pemohon",
            source_note="Kolom output kosong; yang dihasilkan dibaca dari keterangan.",
        ),
        Step(
            number=2,
            slug="pertemuan-langsung",
            title="Pertemuan langsung",
            heading="Menyampaikan permohonan informasi yang dibutuhkan secara langsung kepada Ketua, Sekretaris, "
            "atau divisi yang dituju.",
            tasks=(
                Task(
                    slug="availability",
                    title="Kesediaan pejabat ditanyakan",
                    button="Tanyakan kesediaan pejabat",
                    actors=(DESK,),
                    flags=(Does.ASKS,),
                ),
                Task(
                    slug="meet",
                    title="Pemohon bertemu pejabat",
                    button="Catat pertemuan",
                    actors=(DESK,),
                    flags=(Does.MEETS,),
                ),
            ),
            target_minutes=10,
            outputs=("Pemohon bertemu langsung dengan Ketua, Sekretaris, atau divisi yang dituju",),
            remark="Desk mengarahkan pemohon ke ruangan pejabat yang dituju setelah mengonfirmasi kesediaannya.",
            next=(3,),
            reentry="availability",
            source_output="Pemohon bertemu secara langsung dengan Ketua atau sekretaris KPU Kota Kupang",
            source_remark="Desk mengarahkan pemohon ke ruangan Ketua atau Sekretaris setelah mengkonfirmasi "
            "kesediaan Ketua atau Sekretaris KPU Kota Kupang",
            source_note="Tahapan menyebut divisi yang dituju, output dan keterangannya tidak.",
        ),
        # Decision 2: the task repeats while the addressee is the Sekretaris, who then disposes on.
        # Decision 3: an oral disposition entered during the meeting completes rows 2 and 3.
        Step(
            number=3,
            slug="disposisi-lisan",
            title="Disposisi lisan",
            heading="Memberikan disposisi lisan kepada Sekretaris atau Kasubag yang dituju.",
            tasks=(DISPOSE_ORAL,),
            target_minutes=5,
            outputs=("Disposisi lisan",),
            next=(4,),
            reentry="dispose",
            source_output="Disposisi Lisan",
            source_note="Ketua “dan” Sekretaris pada satu baris, “atau” pada baris lain; dibaca “atau”.",
        ),
        Step(
            number=4,
            slug="tindak-lanjut",
            title="Tindak lanjut",
            heading="Menindaklanjuti sesuai arahan dan disposisi yang diterima dari Ketua atau Sekretaris "
            "KPU Kota Kupang.",
            tasks=(
                Task(
                    slug="deliver",
                    title="Data diberikan",
                    button="Berikan data",
                    actors=(KASUBAG,),
                    flags=(Does.GIVES_DATA,),
                    addressed=True,
                    on_behalf=(DESK,),
                ),
            ),
            target_minutes=30,
            outputs=("Data baku sesuai disposisi", "Pencatatan pada buku ekspedisi"),
            remark="Kasubag memberikan data sesuai dengan permintaan dan disposisi Ketua atau Sekretaris.",
            reentry="deliver",
            source_heading="Menindak lanjuti sesuai arahan dan disposisi yang diterima dari Ketua atau Sekretaris "
            "KPU Kota Kupang",
            source_output="(1) Disposisi Data Baku sesuai disposisi (2) Pengarsipan buku dan ekspedisi",
            source_note="“Disposisi Data Baku” dan “buku dan ekspedisi” dibaca data baku dan buku ekspedisi.",
        ),
        # Decision 1: the law wants every request registered, so this row's form registers the petitioner too.
        Step(
            number=5,
            slug="surat-masuk",
            title="Surat masuk",
            heading="Menerima surat masuk terkait permohonan informasi.",
            tasks=(
                Task(
                    slug="receive",
                    title="Surat masuk diterima",
                    button="Terima surat",
                    actors=(DESK,),
                    flags=(Does.RECEIVES,),
                ),
            ),
            target_minutes=3,
            inputs=(LETTER, "Lembar disposisi (kosong)"),
            outputs=("Surat masuk dengan lembar disposisi terlampir",),
            remark="Sesuai dengan SOP Surat Masuk.",
            next=(6,),
            reentry="receive",
            source_heading="Menerima Surat Masuk terkait permohonan informasi",
            source_inputs=SOURCE_PAIR,
            source_output="Dispoisi Surat",
            source_note="Output menyebut disposisi sebelum baris 6 membuatnya; dibaca lembar disposisi dilampirkan.",
        ),
        Step(
            number=6,
            slug="disposisi-surat",
            title="Disposisi surat",
            heading="Memberikan disposisi untuk dapat ditindaklanjuti oleh pejabat yang dituju.",
            tasks=(DISPOSE_WRITTEN,),
            target_minutes=5,
            inputs=(LETTER, SHEET),
            outputs=("Disposisi surat",),
            remark="Sesuai dengan SOP Surat Masuk.",
            next=(7,),
            reentry="dispose",
            source_heading="Memberikan disposisi untuk dapat ditindak lanjuti oleh pejabat yang dituju",
            source_inputs="Surat Masuk & Lembar Disposisi",
        ),
        Step(
            number=7,
            slug="mencermati-surat",
            title="Mencermati surat",
            heading="Menindaklanjuti surat permohonan tersebut sesuai dengan isi disposisi dari Ketua atau Sekretaris.",
            tasks=(
                Task(
                    slug="review",
                    title="Surat dan disposisi dicermati",
                    button="Catat hasil mencermati",
                    actors=(KASUBAG,),
                    addressed=True,
                ),
            ),
            target_minutes=10,
            inputs=LETTER_AND_DISPOSITION,
            outputs=("Surat dan disposisi selesai dicermati",),
            remark="Kasubag yang dituju mencermati surat masuk dan disposisi.",
            next=(8,),
            reentry="review",
            source_heading="Menindak lanjuti surat permohonan tersebut sesuai dengan isi disposisi dari Ketua dan "
            "Sekretaris",
            source_inputs=SOURCE_PAIR,
            source_remark="Kasubag dituju mencermati surat masuk dan disposisi",
            source_note="Kolom output kosong.",
        ),
        Step(
            number=8,
            slug="identifikasi",
            title="Identifikasi",
            heading="Melakukan identifikasi terhadap surat permohonan tersebut.",
            tasks=(
                Task(
                    slug="identify",
                    title="Hasil identifikasi",
                    button="Catat hasil identifikasi",
                    actors=(KASUBAG,),
                    flags=(Does.CHOOSES,),
                    addressed=True,
                ),
            ),
            target_minutes=10,
            inputs=LETTER_AND_DISPOSITION,
            outputs=("Hasil identifikasi",),
            remark="Kasubag yang dituju mengidentifikasi isi surat masuk tersebut berdasarkan perihal surat.",
            next=(9, 10, 12),
            reentry="identify",
            source_inputs=SOURCE_PAIR,
            source_remark="Kasubag dituju mengidentifikasi isi surat masuk tersebut berdasarkan Perihal Surat",
        ),
        Step(
            number=9,
            slug="konsultasi-divisi",
            title="Konsultasi divisi",
            heading="Berkonsultasi dengan divisi yang dituju jika memerlukan pertemuan langsung/bersifat wawancara.",
            tasks=(
                Task(
                    slug="consult",
                    title="Konsultasi dengan divisi",
                    button="Catat hasil konsultasi",
                    actors=(KASUBAG,),
                    flags=(Does.CHOOSES,),
                    addressed=True,
                ),
            ),
            target_minutes=60,
            source_time="1 jam",
            inputs=LETTER_AND_DISPOSITION,
            outputs=("Arahan divisi tentang data baku, atau pengalihan ke wawancara",),
            remark="Kasubag berkonsultasi dengan divisi perihal (1) data baku yang akan diberikan; "
            "(2) Kasubag mengarahkan ke divisi jika perihal surat bersifat wawancara.",
            next=(10, 12),
            reentry="consult",
            branch="konsultasi",
            source_heading="Berkonsultasi dengan Divisi yang dituju jika memerlukan pertemuan langsung/bersifat "
            "wawancara",
            source_inputs=SOURCE_PAIR,
            source_remark="Kasubag berkonsultasi dengan divisi perihal (1) data baku yang akan di berikan (2) Kasubag "
            "mengarahkan ke divisi jika perihal surat bersifat wawancara",
            source_note="Kolom output kosong. Tahapan hanya menyebut wawancara, keterangannya juga data baku.",
        ),
        Step(
            number=10,
            slug="data-baku-tanpa-surat",
            title="Data baku tanpa surat",
            heading="Menugaskan Kasubag untuk menyiapkan data baku yang diperlukan sesuai surat permintaan tanpa "
            "mengeluarkan surat balasan.",
            tasks=(
                ASSIGN,
                Task(
                    slug="prepare",
                    title="Data baku disiapkan",
                    button="Siapkan data baku",
                    actors=(KASUBAG,),
                    flags=(Does.PREPARES,),
                    addressed=True,
                ),
            ),
            target_minutes=60,
            inputs=LETTER_AND_DISPOSITION,
            outputs=("Data baku sesuai permintaan",),
            remark="Kasubag menyiapkan data baku yang diperlukan sesuai dengan disposisi dan arahan divisi.",
            next=(11,),
            reentry="prepare",
            branch="data",
            source_output="Data Baku sesuai dengan permintaan",
            source_remark="Kasubag menyiapkan data baku yang diperlukan sesuai dnegan disposisi dan arahan divisi",
        ),
        Step(
            number=11,
            slug="penyerahan-data",
            title="Penyerahan data",
            heading="Memberikan data baku sesuai permintaan tanpa surat balasan.",
            tasks=(
                Task(
                    slug="deliver",
                    title="Data baku diserahkan",
                    button="Serahkan data baku",
                    actors=(KASUBAG,),
                    flags=(Does.GIVES_DATA,),
                    addressed=True,
                    on_behalf=(DESK,),
                ),
            ),
            target_minutes=10,
            outputs=("Data baku sesuai disposisi", "Pencatatan pada buku ekspedisi"),
            remark="Kasubag memberikan data baku dan buku ekspedisi.",
            reentry="deliver",
            source_output="(1) Data Baku sesuai disposisi (3) pengarsipan ekspedisi",
            source_remark="Kasubag memberikan data baku dan memberikan buku ekspedisi",
            source_note="Output bernomor (1) dan (3); (2) tidak ada.",
        ),
        # Decision 5: "1 hari" is one working day, 450 working minutes, also in Ramadan.
        Step(
            number=12,
            slug="surat-balasan",
            title="Surat balasan",
            heading="Menugaskan Kasubag untuk membuat surat balasan dan lampirannya sesuai surat permohonan dan "
            "disposisi surat.",
            tasks=(
                ASSIGN,
                Task(
                    slug="draft",
                    title="Konsep surat balasan dibuat",
                    button="Buat konsep surat balasan",
                    actors=(KASUBAG,),
                    flags=(Does.DRAFTS,),
                    addressed=True,
                ),
                Task(
                    slug="approve",
                    title="Surat balasan disetujui",
                    button="Periksa dan setujui",
                    actors=DISPOSERS,
                    flags=(Does.SIGNS,),
                    addressed=True,
                ),
            ),
            target_minutes=450,
            source_time="1 hari",
            outputs=("Surat balasan", "Data baku sebagai lampiran, atau “tanpa lampiran”"),
            next=(13,),
            reentry="draft",
            branch="letter",
            source_output="(1) Surat Balasan (2) Data Baku sebagai lampiran",
            source_note="Baris 12 dan 13 sama-sama “membuat” surat dan tidak ada baris yang menandatanganinya; "
            "penandatangan menyetujui pada baris 12, Kasubag merampungkan pada baris 13.",
        ),
        Step(
            number=13,
            slug="penyampaian-surat",
            title="Penyampaian surat",
            heading="Membuat dan menyampaikan surat balasan kepada pemohon.",
            tasks=(
                Task(
                    slug="deliver",
                    title="Surat balasan disampaikan",
                    button="Sampaikan surat balasan",
                    actors=(KASUBAG,),
                    flags=(Does.GIVES_LETTER,),
                    addressed=True,
                    on_behalf=(DESK,),
                ),
            ),
            target_minutes=10,
            outputs=("Surat balasan", "Data baku sebagai lampiran", "Pencatatan pada buku ekspedisi"),
            remark="Kasubag memberikan (1) surat balasan dan data baku (sebagai lampiran), (2) buku ekspedisi, "
            "(3) sesuai dengan SOP Surat Keluar.",
            reentry="deliver",
            source_output="(1) Surat Balasan (2) Data Baku sebagai lampiran (3) Pengarsipan ekspedisi",
            source_remark="Kasubag memberikan : (1). Surat balasan dan data baku (sebagai lampiran) (2). memberikan "
            "buku ekspedisi (3). Sesuai dengan SOP Surat Keluar",
        ),
    ),
)
