"""Anybody holding a letter may check it: number and code give date, subject class and whether a file is the one kept.

No name, no subject, no content; nothing sent is stored. It is no certified signature, and the page says so.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from ..models.books import Document, DocumentKind
from ..models.codes import ClassificationCode
from ..models.people import Office
from ..models.records import LetterStatus, ReplyLetter
from .desk_request import DeskRequest
from .tracking import TOO_MANY, WINDOW, code_typed, too_many

SHA256 = re.compile(r"[0-9a-f]{64}")
KEPT_AS: dict[str, str] = {
    DocumentKind.LETTER: "surat bernomor",
    DocumentKind.JOINED: "surat bernomor beserta lampirannya",
    DocumentKind.SIGNED: "surat bertanda tangan",
}
UNKNOWN = "Nomor dan kode ini tidak ditemukan. Ketik persis seperti pada surat, kodenya delapan huruf dan angka."
NOT_A_DIGEST = "Sidik SHA-256 terdiri atas 64 angka dan huruf a–f."


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def verify(request: DeskRequest) -> HttpResponse:
    """Check a letter; a number and code nobody was given answer 404, too many tries 429."""
    typed = request.POST if request.method == "POST" else request.GET
    page: dict[str, Any] = {
        "office": Office.objects.first(),
        "number": typed.get("nomor", "").replace("\0", "").strip()[:80],
        "code": typed.get("kode", "").strip()[:20],
    }
    status = 200
    if page["number"] or page["code"]:
        status = _checked(request, page, typed.get("sidik", ""))
    response = render(request, "public/verify.html", page, status=status)
    response["X-Robots-Tag"] = "noindex, nofollow"
    if status == 429:
        response["Retry-After"] = str(WINDOW)
    return response


def _checked(request: DeskRequest, page: dict[str, Any], digest: str) -> int:
    """Look the letter up and judge the file; give the status of the answer."""
    if too_many(request, "periksa"):
        page["error"] = TOO_MANY
        return 429
    code = code_typed(page["code"])
    letter = ReplyLetter.objects.filter(code=code, number=page["number"]).first() if code else None
    if letter is None:
        page["error"] = UNKNOWN
        return 404
    title = ClassificationCode.objects.filter(code=letter.classification).values_list("title", flat=True).first()
    page |= {"letter": letter, "is_cancelled": letter.status == LetterStatus.CANCELLED, "subject_class": title}
    return _judged(page, letter, request.FILES.get("berkas"), "".join(digest.lower().split()))


def _judged(page: dict[str, Any], letter: ReplyLetter, file: UploadedFile | None, digest: str) -> int:
    if file is None and not digest:
        return 200
    if file is not None:
        digest = digest_of(file)
    if not SHA256.fullmatch(digest):
        page["file_error"] = NOT_A_DIGEST
        return 422
    kept = kept_as(letter, digest)
    page |= {"judged": True, "kept": KEPT_AS.get(kept, ""), "digest": digest}
    return 200


def digest_of(file: UploadedFile) -> str:
    """Read a file piece by piece; it is kept nowhere."""
    digest = hashlib.sha256()
    for piece in file.chunks():
        digest.update(piece)
    return digest.hexdigest()


def kept_as(letter: ReplyLetter, digest: str) -> str:
    """Say as which paper of this letter a file is stored, if it is."""
    own = Document.objects.filter(record=letter.pk, kind__in=(DocumentKind.LETTER, DocumentKind.JOINED))
    signed = Document.objects.filter(case=letter.case_id, kind=DocumentKind.SIGNED)
    return (own | signed).filter(sha256=digest).values_list("kind", flat=True).first() or ""
