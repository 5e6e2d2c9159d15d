"""The PDF file itself: each page is written when it is finished, and then forgotten.

ReportLab keeps all pages as text until the end: a run of thousands would need many times the memory of its own PDF.
"""

from __future__ import annotations

from io import BytesIO
from itertools import count

from reportlab.pdfbase import pdfdoc


class Document(pdfdoc.PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's document, written page by page. Beyond the PDF itself it holds what the pages share."""

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self._out = BytesIO()
        self._out.write(pdfdoc.PDFFile((1, 7)).format(self))
        # Every page names its parent, which comes to know its children as the last of all.
        self.Reference(self.Pages)

    def addPage(self, page: pdfdoc.PDFPage) -> None:
        """Write a page and what was made for it alone (the name is ReportLab's)."""
        before = self.objectcounter
        super().addPage(page)
        self.Pages.pages[-1] = pdfdoc.PDFObjectReference(self.numberToId[before + 1])
        for number in count(before + 1):
            if number not in self.numberToId:
                break
            self._write(self.numberToId[number])

    def format(self) -> bytes:
        """Write all that is left, then where everything is (the name is ReportLab's)."""
        for number in count(1):
            if number not in self.numberToId:
                break  # some are only made while others are written
            if self.numberToId[number] not in self.idToOffset:
                self._write(self.numberToId[number])
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, [self.numberToId[number] for number in sorted(self.numberToId)])
        start = self._out.tell()
        self._out.write(table.format(self))
        trailer = pdfdoc.PDFTrailer(
            startxref=start,
            Size=len(self.numberToId) + 1,
            Root=self.Reference(self.Catalog),
            Info=self.Reference(self.info),
            ID=self.ID(),
        )
        self._out.write(trailer.format(self))
        return self._out.getvalue()

    def _write(self, name: str) -> None:
        self.idToOffset[name] = self._out.tell()
        self._out.write(pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self))
        self.idToObject[name] = None  # the name stays: others refer to it
