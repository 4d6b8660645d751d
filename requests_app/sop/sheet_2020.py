"""What stands around the rows of the 2020 decree, in its words: the box at its head, its legal basis, its closing."""

import re

from .shapes import SignedSheet


def items(text: str) -> tuple[str, ...]:
    """Read one item a line; a line that is set in goes on with the one above."""
    return tuple(re.sub(r"\n {2}", " ", text.strip()).splitlines())


LEGAL_BASIS = """
Undang-undang Nomor 1 tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti Undang-undang Nomor 1 tahun
  2014 tentang Pemilihan Gubernur, Bupati dan Walikota menjadi Undang-undang (Lembaran Negara Republik Indonesia
  Tahun 2015 Nomor 23, Tambahan Lembaran Negara Republik Indonesia Nomor 5656) sebagaimana telah beberapa kali
  dirubah kedua atas Undang-Undang Nomor 1 tahun 2015 Penetapan Peraturan Pemerintah Pengganti Undang-undang
  Nomor 1 tahun 2014 tentang Pemilihan Gubernur, Bupati dan Walikota menjadi Undang-undang (Lembaran Negara
  Republik Indonesia Tahun 2016 Nomor 130, Tambahan Lembaran Negara Republik Indonesia Nomor 5898);
Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun
  2008 Nomor 61, Tambahan Lembaran Negara Republik Indonesia Tahun 2008 Nomor 4846);
Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 Nomor
  112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038);
Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum (Lembaran Negara Republik Indonesia Tahun 2017 Nomor
  182, Tambahan Lembaran Negara Republik Indonesia Nomor 6109);
Peraturan Pemerintah Nomor 68 Tahun 1999 tentang Tata Cara Pelaksanaan Peran serta Masyarakat dalam
  Penyelenggaraan Negara (Lembaran Negara Republik Indonesia Tahun 1999 Nomor 129, Tambahan Lembaran Negara
  Republik Indonesia Nomor 3866);
Peraturan Menteri Pendayagunaan Aparatur Negara Nomor : Per/05/M.PAN/4/2009 tentang Pedoman Umum Penanganan
  Pengaduan Masyarakat bagi Instansi Pemerintah;
Peraturan Komisi Pemilihan Umum Nomor 06 Tahun 2008 tentang Susunan Organisasi dan Tata Kerja Sekretariat
  Jenderal Komisi Pemilihan Umum, Sekretariat Komisi Pemilihan Umum Provinsi, dan Sekretariat Komisi Pemilihan
  Umum Kabupaten/Kota sebagaimana diubah dengan Peraturan Komisi Pemilihan Umum Nomor 01 Tahun 2010;
Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan
  Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia tahun 2019 Nomor
  320);
Keputusan Komisi Pemilihan Umum Nomor 175/HK.03.1-Kpt/05/KPU/X/2017 tentang Petunjuk Teknis Pelaksanaan
  Reformasi Birokrasi di Lingkungan Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota;
Surat Edaran Keputusan Komisi Pemilihan Umum Nomor 44/KPU/I/2015 tanggal 26 Januari 2015 Perihal Pengumuman
  Pelayanan Informasi pada Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, Komisi Independen Pemilihan
  Aceh dan Komisi Pemilihan Umum / Komisi Independen Pemilihan Kabupaten/Kota.
"""
CLOSING = """
Standar Operasional Prosedur ini dibuat untuk dilaksanakan setiap bagian sebagaimana struktur organisasi yang
  telah ditetapkan
Untuk mengantisipasi keadaan kahar, perubahan/revisi dapat dilakukan selama pelaksanaan Standar Operasional
  Prosedur ini.
Perubahan tidak berlaku untuk tahapan kegiatan yang sudah selesai dilaksanakan.
Perubahan terhadap ruang lingkup dan penanggung jawab kegiatan mengakibatkan Standar Operasional Prosedur ini
  batal seluruhnya.
Dengan berakhirnya seluruh tahapan kegiatan Pelayanan Publik, maka Standar Operasional Prosedur ini dinyatakan
  tidak berlaku.
Standar Operasional Prosedur ini berlaku pada saat ditandatangani.
"""
NOTES = """
Peralatan: naskah menulis “flasdisc”. Nama penandatangan pada naskah tidak dimuat di sini.
Lambang bagan alir pada naskah tidak terbaca lagi: centang pelaksana, Mulai pada jalur surat dan selesai pada
  baris 11 dan 13 adalah pembacaan kantor. Naskah menulis Mulai pada baris 1 dan selesai pada baris 4.
"""
WARNING = """
Apabila Standar Operasional Prosedur tidak dilaksanakan, maka berpengaruh terhadap Pelayanan Publik di
  lingkungan KPU Kota Kupang
"""
RECORDING = """
Komisi Pemilihan Umum Kota Kupang wajib memberikan Pelayanan Publik melalui Desk Layanan Informasi Publik
"""

SHEET_2020 = SignedSheet(
    number="04",
    ratified="21 April 2020",
    ratified_by="Ketua Komisi Pemilihan Umum Kota Kupang",
    name="Pelayanan Publik di Lingkungan Komisi Pemilihan Umum Kota Kupang",
    legal_basis=items(LEGAL_BASIS),
    qualification=("Memiliki kemampuan dalam memberikan Pelayanan Publik",),
    related=("Standar Operasional Prosedur Rapat Pleno",),
    equipment=("ATK, Komputer/Laptop, Scanner, printer, jaringan internet, flash disk, lemari arsip",),
    warning=" ".join(items(WARNING)),
    recording=" ".join(items(RECORDING)),
    closing=items(CLOSING),
    place="Kupang",
    signed="7 April 2020",
    signer="Ketua Komisi Pemilihan Umum Kota Kupang",
    notes=items(NOTES),
)
