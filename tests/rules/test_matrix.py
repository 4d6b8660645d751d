"""Who is answered what, typed by hand: every address, everybody, GET and POST. A view without a line fails.

Nothing here is read from the table of the SOP or from the permissions, so it can contradict them. `log` is the way to
the login page; a deactivated person's form comes back on the login page with 403.
"""

from django.urls import get_resolver, resolve

from requests_app.sop import every_ending
from tests import matrix
from tests.matrix import OFFICIALS, MatrixCase, line

# -- Pages -------------------------------------------------------------------------------------------------------------

PAGES = """
                                 anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  /                           log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /                           log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /masuk/                     200  302  302  200  302  302  302  302  302  302  302  302  302  302
POST /masuk/                     422  302  302  422  302  302  302  302  302  302  302  302  302  302
GET  /keluar/                    log  405  405  log  405  405  405  405  405  405  405  405  405  405
POST /keluar/                    log  log  log  403  log  log  log  log  log  log  log  log  log  log
GET  /penyiapan/                 404  404  404  404  404  404  404  404  404  404  404  404  404  404
POST /penyiapan/                 404  404  404  404  404  404  404  404  404  404  404  404  404  404
GET  /penyiapan/kantor/          log  403  403  log  403  403  403  403  403  403  403  403  200  403
POST /penyiapan/kantor/          log  403  403  403  403  403  403  403  403  403  403  403  302  403
GET  /lacak/                     200  200  200  200  200  200  200  200  200  200  200  200  200  200
POST /lacak/                     405  405  405  405  405  405  405  405  405  405  405  405  405  405
GET  /periksa/                   200  200  200  200  200  200  200  200  200  200  200  200  200  200
POST /periksa/                   200  200  200  200  200  200  200  200  200  200  200  200  200  200
GET  /kesediaan/?post={ketua}    log  403  403  log  200  200  403  403  403  403  403  403  403  403
POST /kesediaan/?post={ketua}    log  403  403  403  302  302  403  403  403  403  403  403  403  403
GET  /formulir-darurat/          log  403  403  log  200  403  403  403  403  403  403  403  200  403
POST /formulir-darurat/          log  403  403  403  302  403  403  403  403  403  403  403  302  403
GET  /formulir-darurat/{batch}.pdf log 403 403  log  200  403  403  403  403  403  403  403  200  403
POST /formulir-darurat/{batch}.pdf log 403 403  403  405  405  405  405  405  405  405  405  405  405
GET  /susulan/                   log  403  403  log  200  200  200  200  200  200  200  403  403  403
POST /susulan/                   log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /susulan/1/                 log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST /susulan/1/                 log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  /susulan/5/                 log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST /susulan/5/                 log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  /susulan/2/                 log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST /susulan/2/                 log  403  403  403  404  404  404  404  404  404  404  404  404  404
GET  /permohonan/                log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /permohonan/                log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/ekspedisi/            log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /buku/ekspedisi/            log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/agenda/               log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /buku/agenda/               log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/register/             log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /buku/register/             log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/surat/                log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /buku/surat/                log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/ekspedisi/2026-11.pdf log  403  403  log  200  200  403  403  200  403  403  403  200  200
POST /buku/ekspedisi/2026-11.pdf log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/register/2026.xlsx    log  403  403  log  200  200  403  403  200  403  403  403  200  200
POST /buku/register/2026.xlsx    log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/surat/2026-11.csv     log  403  403  log  200  200  403  403  200  403  403  403  200  200
POST /buku/surat/2026-11.csv     log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /kinerja/                   log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /kinerja/                   log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /kinerja/laporan.pdf        log  403  403  log  403  200  200  200  200  403  403  403  200  200
POST /kinerja/laporan.pdf        log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /kinerja/laporan.xlsx       log  403  403  log  403  200  200  200  200  403  403  403  200  200
POST /kinerja/laporan.xlsx       log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /perubahan-kalender/        log  403  403  log  403  403  403  403  200  403  403  403  200  200
POST /perubahan-kalender/        log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /perubahan-kalender/{change}/ log  403  403  log  403  403  403  403  200  403  403  403  200  200
POST /perubahan-kalender/{change}/ log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/ekspedisi/hari/2026-11-23/ log 403  403  log  200  403  403  403  200  403  403  403  200  403
POST /buku/ekspedisi/hari/2026-11-23/ log 403  403  403  302  403  403  403  302  403  403  403  302  403
GET  /buku/ekspedisi/tutup/      log  403  403  log  200  200  403  403  200  403  403  403  200  200
POST /buku/ekspedisi/tutup/      log  403  403  403  403  403  403  403  403  403  403  403  422  403
GET  /buku/rekap/                log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /buku/rekap/                log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/laporan/2026/         log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /buku/laporan/2026/         log  403  403  403  403  403  403  403  302  403  403  403  302  403
GET  /buku/laporan/2026/tetapkan/ log 403  403  log  405  405  405  405  405  405  405  405  405  405
POST /buku/laporan/2026/tetapkan/ log 403  403  403  403  403  403  403  409  403  403  403  409  403
GET  /buku/laporan/2026.pdf      log  403  403  log  200  200  403  403  200  403  403  403  200  200
POST /buku/laporan/2026.pdf      log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/agenda/2026/susun/    log  403  403  log  200  200  403  403  200  403  403  403  200  200
POST /buku/agenda/2026/susun/    log  403  403  403  302  302  403  403  302  403  403  403  302  302
GET  /buku/agenda/2026.pdf       log  403  403  log  302  302  403  403  302  403  403  403  302  302
POST /buku/agenda/2026.pdf       log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/susunan/0/1.pdf       log  403  403  log  404  404  403  403  404  403  403  403  404  404
POST /buku/susunan/0/1.pdf       log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /buku/berkas/0/             log  403  403  log  404  404  403  403  404  403  403  403  404  404
POST /buku/berkas/0/             log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /sop/                       log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /sop/                       log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /sop/cetak/                 log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /sop/cetak/                 log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /cetak/kosong/              log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /cetak/kosong/              log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /cetak/kosong/ppid-b/       log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /cetak/kosong/ppid-b/       log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /mulai/1/                   log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST /mulai/1/                   log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  /mulai/5/                   log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST /mulai/5/                   log  403  403  403  302  403  403  403  403  403  403  403  403  403
GET  /mulai/2/                   log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST /mulai/2/                   log  403  403  403  404  404  404  404  404  404  404  404  404  404
GET  /mulai/telepon/             log  403  403  log  405  405  405  405  405  405  405  405  405  405
POST /mulai/telepon/             log  403  403  403  200  403  403  403  403  403  403  403  403  403
"""

# -- One case: reading -------------------------------------------------------------------------------------------------

READING = """
                               anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  {review7}/                log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST {review7}/                log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /permohonan/0/            log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST /permohonan/0/            log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  {review7}/cetak/receipt/  log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST {review7}/cetak/receipt/  log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  {review7}/cetak/timing/   log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST {review7}/cetak/timing/   log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  {review7}/waktu/          log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST {review7}/waktu/          log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  {deliver13}/cetak/letter/ log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST {deliver13}/cetak/letter/ log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  {review7}/cetak/handover/ log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST {review7}/cetak/handover/ log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  /dokumen/{document}/      log  403  403  log  200  200  200  200  200  200  200  200  200  200
POST /dokumen/{document}/      log  403  403  403  405  405  405  405  405  405  405  405  405  405
GET  {review7}/dibuka/         log  403  403  log  405  405  405  405  405  405  405  405  405  405
POST {review7}/dibuka/         log  403  403  403  204  204  204  204  204  204  204  204  204  204
GET  {review7}/nik/            log  403  403  log  200  403  403  403  403  403  403  403  403  403
POST {review7}/nik/            log  403  403  403  200  403  403  403  403  403  403  403  403  403
GET  {review7}/koreksi/        log  403  403  log  200  200  403  403  200  403  403  403  403  403
POST {review7}/koreksi/        log  403  403  403  405  405  405  405  405  405  405  405  405  405
"""

# -- One case: acts beside the rows. Held by kasubag2, disposed to by the Ketua ----------------------------------------

SIDE = """
                                      anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  {review7}/susulan/               log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {review7}/susulan/               log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {dispose6}/susulan/              log  403  403  log  200  200  403  403  200  200  200  403  403  403
POST {dispose6}/susulan/              log  403  403  403  302  302  403  403  302  302  422  403  403  403
GET  {approve12}/susulan/             log  403  403  log  409  409  409  409  409  409  409  403  403  403
POST {approve12}/susulan/             log  403  403  403  409  409  409  409  409  409  409  403  403  403
GET  {ended}/susulan/                 log  403  403  log  409  409  409  409  409  409  409  403  403  403
POST {ended}/susulan/                 log  403  403  403  409  409  409  409  409  409  409  403  403  403
GET  {review7}/alihkan/               log  403  403  log  403  200  403  403  200  200  403  403  403  403
POST {review7}/alihkan/               log  403  403  403  403  302  403  403  302  302  403  403  403  403
GET  {meet2}/alihkan/                 log  403  403  log  403  403  403  403  409  403  403  403  403  403
POST {meet2}/alihkan/                 log  403  403  403  403  403  403  403  409  403  403  403  403  403
GET  {review7}/tarik/                 log  403  403  log  403  200  403  403  403  403  403  403  403  403
POST {review7}/tarik/                 log  403  403  403  403  302  403  403  403  403  403  403  403  403
GET  {approve12}/tarik/               log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {approve12}/tarik/               log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {identify8}/tarik/               log  403  403  log  403  409  403  403  403  403  403  403  403  403
POST {identify8}/tarik/               log  403  403  403  403  409  403  403  403  403  403  403  403  403
GET  {approve12}/paraf/               log  403  403  log  403  403  403  403  200  403  403  403  403  403
POST {approve12}/paraf/               log  403  403  403  403  403  403  403  302  403  403  403  403  403
GET  {draft12}/paraf/                 log  403  403  log  403  403  403  403  409  403  403  403  403  403
POST {draft12}/paraf/                 log  403  403  403  403  403  403  403  409  403  403  403  403  403
GET  {deliver13}/batalkan-surat/      log  403  403  log  403  200  403  403  200  403  403  403  403  403
POST {deliver13}/batalkan-surat/      log  403  403  403  403  302  403  403  302  403  403  403  403  403
GET  {approve12}/batalkan-surat/      log  403  403  log  403  403  403  403  409  403  403  403  403  403
POST {approve12}/batalkan-surat/      log  403  403  403  403  403  403  403  409  403  403  403  403  403
GET  {review7}/tunda/                 log  403  403  log  200  403  403  403  200  200  403  403  403  403
POST {review7}/tunda/                 log  403  403  403  302  403  403  403  302  302  403  403  403  403
GET  {held}/tunda/                    log  403  403  log  409  403  403  403  409  409  403  403  403  403
POST {held}/tunda/                    log  403  403  403  409  403  403  403  409  409  403  403  403  403
GET  {held}/lanjutkan/                log  403  403  log  200  403  403  403  200  200  403  403  403  403
POST {held}/lanjutkan/                log  403  403  403  302  403  403  403  302  302  403  403  403  403
GET  {review7}/lanjutkan/             log  403  403  log  409  403  403  403  409  409  403  403  403  403
POST {review7}/lanjutkan/             log  403  403  403  409  403  403  403  409  409  403  403  403  403
GET  {deliver11}/siap/                log  403  403  log  200  403  403  403  200  200  403  403  403  403
POST {deliver11}/siap/                log  403  403  403  302  403  403  403  302  302  403  403  403  403
GET  {review7}/siap/                  log  403  403  log  409  403  403  403  409  409  403  403  403  403
POST {review7}/siap/                  log  403  403  403  409  403  403  403  409  409  403  403  403  403
GET  {review7}/perpanjang/            log  403  403  log  403  403  403  403  200  403  403  403  403  403
POST {review7}/perpanjang/            log  403  403  403  403  403  403  403  302  403  403  403  403  403
GET  {ended}/perpanjang/              log  403  403  log  403  403  403  403  409  403  403  403  403  403
POST {ended}/perpanjang/              log  403  403  403  403  403  403  403  409  403  403  403  403  403
GET  {deliver11}/pemberitahuan/       log  403  403  log  200  403  403  403  200  200  403  403  403  403
POST {deliver11}/pemberitahuan/       log  403  403  403  302  403  403  403  302  302  403  403  403  403
GET  {review7}/pemberitahuan/         log  403  403  log  409  403  403  403  409  409  403  403  403  403
POST {review7}/pemberitahuan/         log  403  403  403  409  403  403  403  409  409  403  403  403  403
GET  {review7}/lampirkan/             log  403  403  log  200  403  403  403  200  200  403  200  403  403
POST {review7}/lampirkan/             log  403  403  403  302  403  403  403  302  302  403  302  403  403
GET  {review7}/koreksi/pendaftaran/   log  403  403  log  200  403  403  403  200  403  403  403  403  403
POST {review7}/koreksi/pendaftaran/   log  403  403  403  302  403  403  403  302  403  403  403  403  403
GET  {review7}/koreksi/{disposition}/ log  403  403  log  403  200  403  403  200  403  403  403  403  403
POST {review7}/koreksi/{disposition}/ log  403  403  403  403  302  403  403  302  403  403  403  403  403
GET  {spoken}/konfirmasi/{dictated}/  log  403  403  log  405  405  405  405  405  405  405  405  405  405
POST {spoken}/konfirmasi/{dictated}/  log  403  403  403  403  302  403  403  403  403  403  403  403  403
GET  {late7}/alasan/3/                log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {late7}/alasan/3/                log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {review7}/alasan/3/              log  403  403  log  403  403  403  403  403  409  403  403  403  403
POST {review7}/alasan/3/              log  403  403  403  403  403  403  403  403  409  403  403  403  403
GET  {review7}/alasan/9/              log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST {review7}/alasan/9/              log  403  403  403  404  404  404  404  404  404  404  404  404  404
GET  {ended}/buka-kembali/            log  403  403  log  403  403  403  403  200  403  403  403  403  403
POST {ended}/buka-kembali/            log  403  403  403  403  403  403  403  302  403  403  403  403  403
GET  {review7}/buka-kembali/          log  403  403  log  403  403  403  403  409  403  403  403  403  403
POST {review7}/buka-kembali/          log  403  403  403  403  403  403  403  409  403  403  403  403  403
"""

# -- Endings -----------------------------------------------------------------------------------------------------------

ENDS = """
                                            anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  {dispose3}/penyelesaian/to_letter/     log  403  403  log  200  200  403  403  200  403  403  403  403  403
POST {dispose3}/penyelesaian/to_letter/     log  403  403  403  302  302  403  403  302  403  403  403  403  403
GET  {deliver4}/penyelesaian/to_letter/     log  403  403  log  200  403  403  403  200  200  403  403  403  403
POST {deliver4}/penyelesaian/to_letter/     log  403  403  403  302  403  403  403  302  302  403  403  403  403
GET  {dispose3}/penyelesaian/answered/      log  403  403  log  200  200  403  403  200  403  403  403  403  403
POST {dispose3}/penyelesaian/answered/      log  403  403  403  302  302  403  403  302  403  403  403  403  403
GET  {review7}/penyelesaian/answered/       log  403  403  log  409  409  409  409  409  403  403  403  403  403
POST {review7}/penyelesaian/answered/       log  403  403  403  409  409  409  409  409  403  403  403  403  403
GET  {review7}/penyelesaian/incomplete/     log  403  403  log  409  403  403  403  409  403  403  403  403  403
POST {review7}/penyelesaian/incomplete/     log  403  403  403  409  403  403  403  409  403  403  403  403  403
GET  {review7}/penyelesaian/withdrawn/      log  403  403  log  200  403  403  403  200  200  403  403  403  403
POST {review7}/penyelesaian/withdrawn/      log  403  403  403  302  403  403  403  302  302  403  403  403  403
GET  {review7}/penyelesaian/duplicate/      log  403  403  log  200  403  403  403  200  403  403  403  403  403
POST {review7}/penyelesaian/duplicate/      log  403  403  403  302  403  403  403  302  403  403  403  403  403
GET  {told}/penyelesaian/not_collected/     log  403  403  log  200  403  403  403  403  200  403  403  403  403
POST {told}/penyelesaian/not_collected/     log  403  403  403  302  403  403  403  403  302  403  403  403  403
GET  {review7}/penyelesaian/not_held/       log  403  403  log  403  403  403  403  200  200  403  403  403  403
POST {review7}/penyelesaian/not_held/       log  403  403  403  403  403  403  403  302  302  403  403  403  403
GET  {review7}/penyelesaian/not_documented/ log  403  403  log  403  403  403  403  200  200  403  403  403  403
POST {review7}/penyelesaian/not_documented/ log  403  403  403  403  403  403  403  302  302  403  403  403  403
GET  {consult9}/penyelesaian/interviewed/   log  403  403  log  403  403  403  403  403  200  403  403  403  403
POST {consult9}/penyelesaian/interviewed/   log  403  403  403  403  403  403  403  403  302  403  403  403  403
GET  {deliver4}/penyelesaian/given/         log  403  403  log  404  404  404  404  404  404  404  404  404  404
POST {deliver4}/penyelesaian/given/         log  403  403  403  404  404  404  404  404  404  404  404  404  404
"""

# -- Settings: Django's admin, summed up. Nobody deletes ---------------------------------------------------------------

SETTINGS = """
                                              anon outs form inac desk ketu ang1 ang2 sekr kas2 kas1 staf admi peme
GET  /admin/login/                            log  log  log  log  log  log  log  log  log  log  log  log  log  log
POST /admin/login/                            log  log  log  log  log  log  log  log  log  log  log  log  log  log
GET  /admin/                                  log  403  403  log  403  403  403  403  403  403  403  403  200  403
POST /admin/                                  log  403  403  403  403  403  403  403  403  403  403  403  200  403
GET  /admin/requests_app/post/                log  403  403  log  403  403  403  403  403  403  403  403  200  403
POST /admin/requests_app/post/                log  403  403  403  403  403  403  403  403  403  403  403  200  403
GET  /admin/requests_app/unit/add/            log  403  403  log  403  403  403  403  403  403  403  403  200  403
POST /admin/requests_app/unit/add/            log  403  403  403  403  403  403  403  403  403  403  403  302  403
GET  /admin/requests_app/post/{ketua}/delete/ log  403  403  log  403  403  403  403  403  403  403  403  403  403
POST /admin/requests_app/post/{ketua}/delete/ log  403  403  403  403  403  403  403  403  403  403  403  403  403
"""

BODIES = {
    "/penyiapan/kantor/": {
        "name": "KPU Kota Kupang", "short_name": "KPU Kupang", "region_code": "5371", "city": "Kupang",
    },
    "/buku/laporan/2026/": {"version": "0", "policy": "Melayani semua"},
    "/buku/ekspedisi/hari/2026-11-23/": {"rows": "{handed}", "place": "Lemari 2"},
    "/kesediaan/?post={ketua}": {"post": "{ketua}", "state": "ada"},
    "/formulir-darurat/": {"entry": "1", "count": "5"},
    "/mulai/1/": {"name": "Ina Lado", "phone": "tidak ada", "addressee": "{ketua}", "information": "DPT"},
    "/mulai/5/": {"sender": "Universitas", "subject": "Data pemilih", "channel": "surat"},
    "/permohonan/{review7}/nik/": {"reason": "Mencocokkan KTP"},
    "/susulan/1/": {
        "name": "Ina Lado", "phone": "tidak ada", "addressee": "{ketua}", "information": "DPT", "unlisted": "on",
        "on": "2026-11-23", "ended": "08:05",
    },
    "/susulan/5/": {
        "sender": "Universitas", "subject": "Data pemilih", "channel": "surat", "addressee": "{ketua}",
        "unlisted": "on", "on": "2026-11-23", "ended": "08:05",
    },
    "/permohonan/{review7}/susulan/": {
        "review1-on": "2026-11-23", "review1-ended": "08:10", "review1-finding": "lengkap",
    },
    "/permohonan/{dispose6}/susulan/": {
        "dispose1-on": "2026-11-23", "dispose1-ended": "08:10", "dispose1-addressee": "{kasubag2}",
        "dispose1-words": "Siapkan",
    },
    "/permohonan/{review7}/alihkan/": {"holder": "{kasubag1}", "reason": "Bukan bidang kami"},
    "/permohonan/{meet2}/alihkan/": {"holder": "{kasubag1}", "reason": "Bukan bidang kami"},
    "/permohonan/{deliver13}/batalkan-surat/": {"reason": "Salah alamat"},
    "/permohonan/{approve12}/batalkan-surat/": {"reason": "Salah alamat"},
    "/permohonan/{approve12}/paraf/": {"note": "Sesuai"},
    "/permohonan/{draft12}/paraf/": {"note": "Sesuai"},
    "/permohonan/{review7}/tarik/": {"reason": "Salah alamat"},
    "/permohonan/{approve12}/tarik/": {"reason": "Salah ketik"},
    "/permohonan/{identify8}/tarik/": {"reason": "Salah alamat"},
    "/permohonan/{review7}/tunda/": {"reason": "penjelasan", "note": "Tahun data"},
    "/permohonan/{held}/tunda/": {"reason": "penjelasan", "note": "Tahun data"},
    "/permohonan/{held}/lanjutkan/": {"note": "Sudah dijelaskan"},
    "/permohonan/{review7}/lanjutkan/": {"note": "Sudah dijelaskan"},
    "/permohonan/{deliver11}/siap/": {"notified_via": "telepon"},
    "/permohonan/{review7}/siap/": {"notified_via": "telepon"},
    "/permohonan/{review7}/lampirkan/": {"kind": "lain", "files": matrix.a_file},
    "/permohonan/{review7}/koreksi/pendaftaran/": {
        "name": "Universitas Timor", "kind": "perorangan", "information": "Data pemilih tetap", "reason": "Salah ketik",
    },
    "/permohonan/{review7}/koreksi/{disposition}/": {"words": "Segera", "nature": "biasa", "reason": "Kurang jelas"},
    "/permohonan/{review7}/perpanjang/": {"reason": "Data harus dikumpulkan"},
    "/permohonan/{ended}/perpanjang/": {"reason": "Data harus dikumpulkan"},
    "/permohonan/{deliver11}/pemberitahuan/": {"via": "meja layanan"},
    "/permohonan/{review7}/pemberitahuan/": {"via": "meja layanan"},
    "/permohonan/{spoken}/konfirmasi/{dictated}/": {"true": "1"},
    "/permohonan/{late7}/alasan/3/": {"cause": "{cause}"},
    "/permohonan/{review7}/alasan/3/": {"cause": "{cause}"},
    "/permohonan/{ended}/buka-kembali/": {"step": "4", "reason": "Datanya keliru"},
    "/permohonan/{review7}/buka-kembali/": {"step": "7", "reason": "Datanya keliru"},
    "/permohonan/{dispose3}/penyelesaian/to_letter/": {"statement": "Diminta menulis surat"},
    "/permohonan/{deliver4}/penyelesaian/to_letter/": {"statement": "Diminta menulis surat"},
    "/permohonan/{dispose3}/penyelesaian/answered/": {"statement": "Dijawab di ruangan"},
    "/permohonan/{review7}/penyelesaian/answered/": {"statement": "Dijawab di ruangan"},
    "/permohonan/{review7}/penyelesaian/incomplete/": {"statement": "Tanpa KTP"},
    "/permohonan/{review7}/penyelesaian/withdrawn/": {"statement": "Tidak jadi"},
    "/permohonan/{review7}/penyelesaian/duplicate/": {"statement": "Ganda", "true_case": "{true_number}"},
    "/permohonan/{told}/penyelesaian/not_collected/": {"statement": "Tidak datang"},
    "/permohonan/{review7}/penyelesaian/not_held/": {"statement": "Bukan di sini", "holding_body": "Dukcapil"},
    "/permohonan/{review7}/penyelesaian/not_documented/": {"statement": "Belum ada", "until": "2026-12-31"},
    "/permohonan/{consult9}/penyelesaian/interviewed/": {
        "statement": "Selesai", "division": "{division}", "interview_on": "2026-11-23",
    },
    "/admin/requests_app/unit/add/": {"name": "Subbagian Uji", "begins": "2026-01-01"},
}  # fmt: skip

# An empty form is 422, but for what asks for nothing.
EMPTY = {
    "/permohonan/{held}/lanjutkan/": "302",
    "/permohonan/{approve12}/paraf/": "302",
}

TABLE = [row for table in (PAGES, READING, SIDE, ENDS, SETTINGS) for row in matrix.rows(table)]


class Everybody(MatrixCase):
    def test_pages(self):
        self.check(PAGES, BODIES)

    def test_reading_a_case(self):
        self.check(READING, BODIES)

    def test_acts_beside_the_rows(self):
        self.check(SIDE, BODIES)

    def test_endings(self):
        self.check(ENDS, BODIES)

    def test_settings(self):
        self.check(SETTINGS, BODIES)


class EmptyForms(MatrixCase):
    def test_an_empty_form_tells_who_may_not_before_what_it_lacks(self):
        got, expected, written = [], [], []
        for row in (row for row in TABLE if row.method == "POST" and row.path in BODIES):
            words = {column: row.expected[column] for column in row.who("403", "404") if column in OFFICIALS}
            words |= dict.fromkeys(row.who("200", "302"), EMPTY.get(row.path, "422"))
            answers = self.ask(row, None, words)
            got.append(line(row, {column: answer.word for column, answer in answers.items()}))
            expected.append(line(row, words))
            written += [f"{row} {column}" for column in answers if answers[column].wrote and words[column] != "302"]
        assert got == expected, matrix.differences(got, expected)
        assert written == []


class Complete(MatrixCase):
    def test_every_address_has_its_two_lines(self):
        typed = {(resolve(self.office.path(row.path.split("?")[0])).view_name, row.method) for row in TABLE}
        typed |= {("act", "GET"), ("act", "POST")}  # its lines are in the matrix of tasks
        named = {pattern.name for pattern in get_resolver("requests_app.urls").url_patterns}
        ours = {(name, method) for name, method in typed if not name.startswith("admin:")} - UNNAMED
        assert ours == {(name, method) for name in named for method in ("GET", "POST")}


# Django's admin login, shadowed by ours, has no name to be reached by.
UNNAMED = {("django.views.generic.base.RedirectView", "GET"), ("django.views.generic.base.RedirectView", "POST")}


def test_every_ending_to_be_chosen_has_its_lines():
    typed = {row.path.split("/")[-2] for row in matrix.rows(ENDS)}
    assert typed == {slug for slug, ending in every_ending().items() if not ending.by_task} | {"given"}
