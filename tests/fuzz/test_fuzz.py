"""The office meets requests nobody meant; `python -m tests.fuzz 20000` sends more of them, from a seed of its own."""

import logging
import os
from unittest.mock import patch

from weasyprint import HTML  # itself: for the office another stands in its place

from tests.fuzz.requests import Fuzz
from tests.matrix import BlankPaper, MatrixCase

COUNT, SEED = int(os.environ.get("FUZZ", "2000")), int(os.environ.get("FUZZ_SEED", "1"))


class RequestsNobodyMeant(MatrixCase):
    """Two halves, for the two processes the suite runs in."""

    def test_the_first_half_finds_no_server_error(self):
        self.meet(2 * SEED)

    def test_the_second_half_finds_no_server_error(self):
        self.meet(2 * SEED + 1)

    def meet(self, seed: int) -> None:
        """Send half of the requests; the ones answered wrongly are shown as they can be sent again."""
        paper = HTML(string="<html lang=id><title>Surat</title><p>Isi</p>").write_pdf(pdf_variant="pdf/ua-1")
        fuzz = Fuzz(self.office, seed)
        logging.disable()
        self.addCleanup(logging.disable, logging.NOTSET)
        with patch.object(BlankPaper, "write_pdf", lambda *args, **more: paper):
            wrong = fuzz.run(COUNT // 2)
        assert wrong == [], f"seed {seed}, {len(wrong)} answered wrongly:\n" + "\n".join(wrong[:20])
        assert {200, 302, 403, 404, 405, 422} <= fuzz.answered.keys()
