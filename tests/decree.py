"""The decree's 13 rows, typed by hand from its text; imports nothing of ours, so it can contradict the table.

Wording is the decree's own, slips included. Who acts in which order is not in the text copy (the
flow-chart symbols are lost) and follows the office's own reading of the columns.
"""

from typing import NamedTuple

HELPDESK = ("helpdesk",)
KASUBAG = ("kasubag",)
KETUA_OR_SEKRETARIS = ("ketua", "sekretaris")
SEKRETARIS_OR_KETUA = ("sekretaris", "ketua")


class Row(NamedTuple):
    number: int
    heading: str
    tasks: tuple[tuple[str, tuple[str, ...]], ...]
    target_minutes: int
    inputs: str
    output: str
    remark: str
    next: tuple[int, ...]
    is_end: bool


ROWS = (
    Row(
        number=1,
        heading="Melakukan registrasi.",
        tasks=(("register", HELPDESK),),
        target_minutes=3,
        inputs="",
        output="",
        remark="Tercatatnya identitas dan tujuan dari pemohon",
        next=(2,),
        is_end=False,
    ),
    Row(
        number=2,
        heading="Menyampaikan permohonan informasi yang dibutuhkan secara langsung kepada Ketua, Sekretaris, "
        "atau divisi yang dituju",
        tasks=(("availability", HELPDESK), ("meet", HELPDESK)),
        target_minutes=10,
        inputs="",
        output="Pemohon bertemu secara langsung dengan Ketua atau sekretaris KPU Kota Kupang",
        remark="Desk mengarahkan pemohon ke ruangan Ketua atau Sekretaris setelah mengkonfirmasi kesediaan "
        "Ketua atau Sekretaris KPU Kota Kupang",
        next=(3,),
        is_end=False,
    ),
    Row(
        number=3,
        heading="Memberikan disposisi lisan kepada Sekretaris atau Kasubag yang dituju",
        tasks=(("dispose", KETUA_OR_SEKRETARIS),),
        target_minutes=5,
        inputs="",
        output="Disposisi Lisan",
        remark="",
        next=(4,),
        is_end=False,
    ),
    Row(
        number=4,
        heading="Menindak lanjuti sesuai arahan dan disposisi yang diterima dari Ketua atau Sekretaris KPU Kota Kupang",
        tasks=(("deliver", KASUBAG),),
        target_minutes=30,
        inputs="",
        output="(1) Disposisi Data Baku sesuai disposisi (2) Pengarsipan buku dan ekspedisi",
        remark="Kasubag memberikan data sesuai dengan permintaan dan disposisi Ketua atau Sekretaris",
        next=(),
        is_end=True,
    ),
    Row(
        number=5,
        heading="Menerima Surat Masuk terkait permohonan informasi",
        tasks=(("receive", HELPDESK),),
        target_minutes=3,
        inputs="(1) Surat Masuk Disposisi Surat (2)",
        output="Dispoisi Surat",
        remark="Sesuai dengan SOP Surat Masuk",
        next=(6,),
        is_end=False,
    ),
    Row(
        number=6,
        heading="Memberikan disposisi untuk dapat ditindak lanjuti oleh pejabat yang dituju",
        tasks=(("dispose", KETUA_OR_SEKRETARIS),),
        target_minutes=5,
        inputs="Surat Masuk & Lembar Disposisi",
        output="Disposisi Surat",
        remark="Sesuai dengan SOP Surat Masuk",
        next=(7,),
        is_end=False,
    ),
    Row(
        number=7,
        heading="Menindak lanjuti surat permohonan tersebut sesuai dengan isi disposisi dari Ketua dan Sekretaris",
        tasks=(("review", KASUBAG),),
        target_minutes=10,
        inputs="(1) Surat Masuk Disposisi Surat (2)",
        output="",
        remark="Kasubag dituju mencermati surat masuk dan disposisi",
        next=(8,),
        is_end=False,
    ),
    Row(
        number=8,
        heading="Melakukan identifikasi terhadap surat permohonan tersebut",
        tasks=(("identify", KASUBAG),),
        target_minutes=10,
        inputs="(1) Surat Masuk Disposisi Surat (2)",
        output="Hasil Identifikasi",
        remark="Kasubag dituju mengidentifikasi isi surat masuk tersebut berdasarkan Perihal Surat",
        next=(9, 10, 12),
        is_end=False,
    ),
    Row(
        number=9,
        heading="Berkonsultasi dengan Divisi yang dituju jika memerlukan pertemuan langsung/bersifat wawancara",
        tasks=(("consult", KASUBAG),),
        target_minutes=60,
        inputs="(1) Surat Masuk Disposisi Surat (2)",
        output="",
        remark="Kasubag berkonsultasi dengan divisi perihal (1) data baku yang akan di berikan (2) Kasubag "
        "mengarahkan ke divisi jika perihal surat bersifat wawancara",
        next=(10, 12),
        is_end=False,
    ),
    Row(
        number=10,
        heading="Menugaskan kasubag untuk menyiapkan data baku yang diperlukan sesuai surat permintaan tanpa "
        "mengeluarkan surat balasan",
        tasks=(("assign", SEKRETARIS_OR_KETUA), ("prepare", KASUBAG)),
        target_minutes=60,
        inputs="(1) Surat Masuk (2) Disposisi Surat",
        output="Data Baku sesuai dengan permintaan",
        remark="Kasubag menyiapkan data baku yang diperlukan sesuai dnegan disposisi dan arahan divisi",
        next=(11,),
        is_end=False,
    ),
    Row(
        number=11,
        heading="Memberikan data baku sesuai permintaan tanpa surat balasan",
        tasks=(("deliver", KASUBAG),),
        target_minutes=10,
        inputs="",
        output="(1) Data Baku sesuai disposisi (3) pengarsipan ekspedisi",
        remark="Kasubag memberikan data baku dan memberikan buku ekspedisi",
        next=(),
        is_end=True,
    ),
    Row(
        number=12,
        heading="Menugaskan kasubag untuk membuat surat balasan dan lampirannya sesuai surat permohonan dan "
        "disposisi surat",
        tasks=(("assign", SEKRETARIS_OR_KETUA), ("draft", KASUBAG), ("approve", KETUA_OR_SEKRETARIS)),
        target_minutes=450,  # "1 hari": one working day
        inputs="",
        output="(1) Surat Balasan (2) Data Baku sebagai lampiran",
        remark="",
        next=(13,),
        is_end=False,
    ),
    Row(
        number=13,
        heading="Membuat dan menyampaikan surat balasan kepada pemohon",
        tasks=(("deliver", KASUBAG),),
        target_minutes=10,
        inputs="",
        output="(1) Surat Balasan (2) Data Baku sebagai lampiran (3) Pengarsipan ekspedisi",
        remark="Kasubag memberikan : (1). Surat balasan dan data baku (sebagai lampiran) (2). memberikan buku "
        "ekspedisi (3). Sesuai dengan SOP Surat Keluar",
        next=(),
        is_end=True,
    ),
)
ENTRIES = (1, 5)

# Paths through the rows and the minutes they may take, one working day apart.
WALKS = (
    ((1, 2, 3, 4), 48),
    ((5, 6, 7, 8, 10, 11), 98),
    ((5, 6, 7, 8, 9, 10, 11), 158),
    ((5, 6, 7, 8, 12, 13), 38 + 450),
    ((5, 6, 7, 8, 9, 12, 13), 98 + 450),
)

# What stands around the rows, in the decree's own words; the first words of each law it rests on.
TIMES = "3 menit,10 menit,5 menit,30 menit,3 menit,5 menit,10 menit,10 menit,1 jam,60 menit,10 menit,1 hari,10 menit"
HEADER = ("04", "21 April 2020", "KETUA KOMISI PEMILIHAN UMUM KOTA KUPANG", "7 April 2020", "Kupang")
NAME = "PELAYANAN PUBLIK DI LINGKUNGAN KOMISI PEMILIHAN UMUM KOTA KUPANG"
LEGAL_BASIS = (
    "Undang-undang Nomor 1 tahun 2015",
    "Undang-Undang Nomor 14 Tahun 2008",
    "Undang-Undang Nomor 25 Tahun 2009",
    "Undang-Undang Nomor 7 Tahun 2017",
    "Peraturan Pemerintah Nomor 68 Tahun 1999",
    "Peraturan Menteri Pendayagunaan Aparatur Negara Nomor : Per/05/M.PAN/4/2009",
    "Peraturan Komisi Pemilihan Umum Nomor 06 Tahun 2008",
    "Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019",
    "Keputusan Komisi Pemilihan Umum Nomor 175/HK.03.1-Kpt/05/KPU/X/2017",
    "Surat Edaran Keputusan Komisi Pemilihan Umum Nomor 44/KPU/I/2015",
)
QUALIFICATION = "Memiliki kemampuan dalam memberikan Pelayanan Publik"
RELATED = "Standar Operasional Prosedur Rapat Pleno"
EQUIPMENT = "ATK, Komputer/Laptop, Scanner, printer, jaringan internet, flasdisc, lemari arsip"
CLOSING = (
    "Standar Operasional Prosedur ini dibuat untuk dilaksanakan setiap bagian",
    "Untuk mengantisipasi keadaan kahar",
    "Perubahan tidak berlaku untuk tahapan kegiatan yang sudah selesai dilaksanakan.",
    "Perubahan terhadap ruang lingkup dan penanggung jawab kegiatan",
    "Dengan berakhirnya seluruh tahapan kegiatan Pelayanan Publik",
    "Standar Operasional Prosedur ini berlaku pada saat ditandatangani.",
)
