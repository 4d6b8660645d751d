"""The edition of 2020: the 13 rows of the decree, typed from the source text."""

from .shapes import Actor, Edition, Step, Task

DESK, KETUA, SEKRETARIS, KASUBAG = Actor.HELPDESK, Actor.KETUA, Actor.SEKRETARIS, Actor.KASUBAG
DISPOSERS = (KETUA, SEKRETARIS)
ASSIGNERS = (SEKRETARIS, KETUA)
RECORDERS = (DESK, SEKRETARIS, KASUBAG)
LETTER, SHEET = "Surat masuk", "Lembar disposisi"
LETTER_AND_DISPOSITION = ("Surat masuk", "Disposisi surat")
SOURCE_PAIR = "(1) Surat Masuk Disposisi Surat (2)"

DISPOSE_ORAL = Task(
    "dispose", "Disposisi lisan", "Catat disposisi lisan", DISPOSERS, True, RECORDERS, ("sekretaris",), "lisan"
)
# Row 6 says "pejabat yang dituju", so an Anggota may be the addressee there too.
DISPOSE_WRITTEN = Task(
    "dispose", "Disposisi surat", "Disposisi", DISPOSERS, True, RECORDERS, ("sekretaris", "anggota"), "surat"
)
# Decision 4: the decree says "menugaskan kasubag", so a Kasubag never assigns itself.
ASSIGN = Task("assign", "Penugasan Kasubag", "Tugaskan", ASSIGNERS, on_behalf=RECORDERS, form_of="tugas")

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
    rows=(
        Step(
            1,
            "registrasi",
            "Registrasi",
            "Melakukan registrasi.",
            (Task("register", "Pemohon didaftarkan", "Daftarkan pemohon", (DESK,)),),
            3,
            (),
            ("Identitas dan tujuan pemohon tercatat",),
            "Tercatatnya identitas dan tujuan dari pemohon.",
            (2,),
            "register",
            source_remark="Tercatatnya identitas dan tujuan dari pemohon",
            source_note="Kolom output kosong; yang dihasilkan dibaca dari keterangan.",
        ),
        Step(
            2,
            "pertemuan-langsung",
            "Pertemuan langsung",
            "Menyampaikan permohonan informasi yang dibutuhkan secara langsung kepada Ketua, Sekretaris, "
            "atau divisi yang dituju.",
            (
                Task("availability", "Kesediaan pejabat ditanyakan", "Tanyakan kesediaan pejabat", (DESK,)),
                Task("meet", "Pemohon bertemu pejabat", "Catat pertemuan", (DESK,)),
            ),
            10,
            (),
            ("Pemohon bertemu langsung dengan Ketua, Sekretaris, atau divisi yang dituju",),
            "Desk mengarahkan pemohon ke ruangan pejabat yang dituju setelah mengonfirmasi kesediaannya.",
            (3,),
            "availability",
            source_output="Pemohon bertemu secara langsung dengan Ketua atau sekretaris KPU Kota Kupang",
            source_remark="Desk mengarahkan pemohon ke ruangan Ketua atau Sekretaris setelah mengkonfirmasi "
            "kesediaan Ketua atau Sekretaris KPU Kota Kupang",
            source_note="Tahapan menyebut divisi yang dituju, output dan keterangannya tidak.",
        ),
        # Decision 2: the task repeats while the addressee is the Sekretaris, who then disposes on.
        # Decision 3: an oral disposition entered during the meeting completes rows 2 and 3.
        Step(
            3,
            "disposisi-lisan",
            "Disposisi lisan",
            "Memberikan disposisi lisan kepada Sekretaris atau Kasubag yang dituju.",
            (DISPOSE_ORAL,),
            5,
            (),
            ("Disposisi lisan",),
            "",
            (4,),
            "dispose",
            source_output="Disposisi Lisan",
            source_note="Ketua “dan” Sekretaris pada satu baris, “atau” pada baris lain; dibaca “atau”.",
        ),
        Step(
            4,
            "tindak-lanjut",
            "Tindak lanjut",
            "Menindaklanjuti sesuai arahan dan disposisi yang diterima dari Ketua atau Sekretaris KPU Kota Kupang.",
            (Task("deliver", "Data diberikan", "Berikan data", (KASUBAG,), True, (DESK,)),),
            30,
            (),
            ("Data baku sesuai disposisi", "Pencatatan pada buku ekspedisi"),
            "Kasubag memberikan data sesuai dengan permintaan dan disposisi Ketua atau Sekretaris.",
            (),
            "deliver",
            source_heading="Menindak lanjuti sesuai arahan dan disposisi yang diterima dari Ketua atau Sekretaris "
            "KPU Kota Kupang",
            source_output="(1) Disposisi Data Baku sesuai disposisi (2) Pengarsipan buku dan ekspedisi",
            source_note="“Disposisi Data Baku” dan “buku dan ekspedisi” dibaca data baku dan buku ekspedisi.",
        ),
        # Decision 1: the law wants every request registered, so this row's form registers the petitioner too.
        Step(
            5,
            "surat-masuk",
            "Surat masuk",
            "Menerima surat masuk terkait permohonan informasi.",
            (Task("receive", "Surat masuk diterima", "Terima surat", (DESK,)),),
            3,
            (LETTER, "Lembar disposisi (kosong)"),
            ("Surat masuk dengan lembar disposisi terlampir",),
            "Sesuai dengan SOP Surat Masuk.",
            (6,),
            "receive",
            source_heading="Menerima Surat Masuk terkait permohonan informasi",
            source_inputs=SOURCE_PAIR,
            source_output="Dispoisi Surat",
            source_note="Output menyebut disposisi sebelum baris 6 membuatnya; dibaca lembar disposisi dilampirkan.",
        ),
        Step(
            6,
            "disposisi-surat",
            "Disposisi surat",
            "Memberikan disposisi untuk dapat ditindaklanjuti oleh pejabat yang dituju.",
            (DISPOSE_WRITTEN,),
            5,
            (LETTER, SHEET),
            ("Disposisi surat",),
            "Sesuai dengan SOP Surat Masuk.",
            (7,),
            "dispose",
            source_heading="Memberikan disposisi untuk dapat ditindak lanjuti oleh pejabat yang dituju",
            source_inputs="Surat Masuk & Lembar Disposisi",
        ),
        Step(
            7,
            "mencermati-surat",
            "Mencermati surat",
            "Menindaklanjuti surat permohonan tersebut sesuai dengan isi disposisi dari Ketua atau Sekretaris.",
            (Task("review", "Surat dan disposisi dicermati", "Catat hasil mencermati", (KASUBAG,), True),),
            10,
            LETTER_AND_DISPOSITION,
            ("Surat dan disposisi selesai dicermati",),
            "Kasubag yang dituju mencermati surat masuk dan disposisi.",
            (8,),
            "review",
            source_heading="Menindak lanjuti surat permohonan tersebut sesuai dengan isi disposisi dari Ketua dan "
            "Sekretaris",
            source_inputs=SOURCE_PAIR,
            source_remark="Kasubag dituju mencermati surat masuk dan disposisi",
            source_note="Kolom output kosong.",
        ),
        Step(
            8,
            "identifikasi",
            "Identifikasi",
            "Melakukan identifikasi terhadap surat permohonan tersebut.",
            (Task("identify", "Hasil identifikasi", "Catat hasil identifikasi", (KASUBAG,), True),),
            10,
            LETTER_AND_DISPOSITION,
            ("Hasil identifikasi",),
            "Kasubag yang dituju mengidentifikasi isi surat masuk tersebut berdasarkan perihal surat.",
            (9, 10, 12),
            "identify",
            source_inputs=SOURCE_PAIR,
            source_remark="Kasubag dituju mengidentifikasi isi surat masuk tersebut berdasarkan Perihal Surat",
        ),
        Step(
            9,
            "konsultasi-divisi",
            "Konsultasi divisi",
            "Berkonsultasi dengan divisi yang dituju jika memerlukan pertemuan langsung/bersifat wawancara.",
            (Task("consult", "Konsultasi dengan divisi", "Catat hasil konsultasi", (KASUBAG,), True),),
            60,
            LETTER_AND_DISPOSITION,
            ("Arahan divisi tentang data baku, atau pengalihan ke wawancara",),
            "Kasubag berkonsultasi dengan divisi perihal (1) data baku yang akan diberikan; "
            "(2) Kasubag mengarahkan ke divisi jika perihal surat bersifat wawancara.",
            (10, 12),
            "consult",
            "konsultasi",
            source_heading="Berkonsultasi dengan Divisi yang dituju jika memerlukan pertemuan langsung/bersifat "
            "wawancara",
            source_inputs=SOURCE_PAIR,
            source_remark="Kasubag berkonsultasi dengan divisi perihal (1) data baku yang akan di berikan (2) Kasubag "
            "mengarahkan ke divisi jika perihal surat bersifat wawancara",
            source_note="Kolom output kosong. Tahapan hanya menyebut wawancara, keterangannya juga data baku.",
        ),
        Step(
            10,
            "data-baku-tanpa-surat",
            "Data baku tanpa surat",
            "Menugaskan Kasubag untuk menyiapkan data baku yang diperlukan sesuai surat permintaan tanpa mengeluarkan "
            "surat balasan.",
            (ASSIGN, Task("prepare", "Data baku disiapkan", "Siapkan data baku", (KASUBAG,), True)),
            60,
            LETTER_AND_DISPOSITION,
            ("Data baku sesuai permintaan",),
            "Kasubag menyiapkan data baku yang diperlukan sesuai dengan disposisi dan arahan divisi.",
            (11,),
            "prepare",
            "data",
            source_output="Data Baku sesuai dengan permintaan",
            source_remark="Kasubag menyiapkan data baku yang diperlukan sesuai dnegan disposisi dan arahan divisi",
        ),
        Step(
            11,
            "penyerahan-data",
            "Penyerahan data",
            "Memberikan data baku sesuai permintaan tanpa surat balasan.",
            (Task("deliver", "Data baku diserahkan", "Serahkan data baku", (KASUBAG,), True, (DESK,)),),
            10,
            (),
            ("Data baku sesuai disposisi", "Pencatatan pada buku ekspedisi"),
            "Kasubag memberikan data baku dan buku ekspedisi.",
            (),
            "deliver",
            source_output="(1) Data Baku sesuai disposisi (3) pengarsipan ekspedisi",
            source_remark="Kasubag memberikan data baku dan memberikan buku ekspedisi",
            source_note="Output bernomor (1) dan (3); (2) tidak ada.",
        ),
        # Decision 5: "1 hari" is one working day, 450 working minutes, also in Ramadan.
        Step(
            12,
            "surat-balasan",
            "Surat balasan",
            "Menugaskan Kasubag untuk membuat surat balasan dan lampirannya sesuai surat permohonan dan disposisi "
            "surat.",
            (
                ASSIGN,
                Task("draft", "Konsep surat balasan dibuat", "Buat konsep surat balasan", (KASUBAG,), True),
                Task("approve", "Surat balasan disetujui", "Periksa dan setujui", DISPOSERS, True),
            ),
            450,
            (),
            ("Surat balasan", "Data baku sebagai lampiran, atau “tanpa lampiran”"),
            "",
            (13,),
            "draft",
            "letter",
            source_output="(1) Surat Balasan (2) Data Baku sebagai lampiran",
            source_note="Baris 12 dan 13 sama-sama “membuat” surat dan tidak ada baris yang menandatanganinya; "
            "penandatangan menyetujui pada baris 12, Kasubag merampungkan pada baris 13.",
        ),
        Step(
            13,
            "penyampaian-surat",
            "Penyampaian surat",
            "Membuat dan menyampaikan surat balasan kepada pemohon.",
            (Task("deliver", "Surat balasan disampaikan", "Sampaikan surat balasan", (KASUBAG,), True, (DESK,)),),
            10,
            (),
            ("Surat balasan", "Data baku sebagai lampiran", "Pencatatan pada buku ekspedisi"),
            "Kasubag memberikan (1) surat balasan dan data baku (sebagai lampiran), (2) buku ekspedisi, "
            "(3) sesuai dengan SOP Surat Keluar.",
            (),
            "deliver",
            source_output="(1) Surat Balasan (2) Data Baku sebagai lampiran (3) Pengarsipan ekspedisi",
            source_remark="Kasubag memberikan : (1). Surat balasan dan data baku (sebagai lampiran) (2). memberikan "
            "buku ekspedisi (3). Sesuai dengan SOP Surat Keluar",
        ),
    ),
)
