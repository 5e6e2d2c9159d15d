"""Reading PDFs back with real readers: what they say, and what they show."""

from __future__ import annotations

import subprocess
import unicodedata
from io import BytesIO

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as raw
from PIL import Image

Box = tuple[float, float, float, float]


def texts(pdf: bytes) -> list[str]:
    """The text of every page as pdfium, the reader inside the program, selects it; in NFC."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        # pdfium marks a hyphen at the end of a line as one that may have been put there to break a word.
        found = [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in document]
        return [unicodedata.normalize("NFC", text) for text in found]
    finally:
        document.close()


def texts_of_another_reader(pdf: bytes) -> list[str]:
    """The same by pypdf, which shares no code with pdfium."""
    return [unicodedata.normalize("NFC", page.extract_text()) for page in pypdf.PdfReader(BytesIO(pdf)).pages]


def texts_of_poppler(pdf: bytes) -> list[str]:
    """The same by pdftotext, where it is installed; without the marks of direction that it adds."""
    command = ["pdftotext", "-enc", "UTF-8", "-", "-"]
    found = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    pages = found.translate(dict.fromkeys([0x200E, 0x200F, *range(0x202A, 0x202F)])).split("\f")[:-1]
    return [unicodedata.normalize("NFC", page) for page in pages]


def turned(name: str) -> bool:
    """Whether pdfium turns the words of a name around: those from right to left in a line from left to right."""
    directions = {unicodedata.bidirectional(letter) for letter in name}
    return "L" in directions and bool(directions & {"R", "AL"})


def crowded(pdf: bytes, *, within: Box | None = None, gap: float = 1.0) -> list[str]:
    """Pairs of lines whose boxes come ``gap`` points into each other, and lines that leave the page (or ``within``).

    A box is around the ink of a line, as pdfium draws it.
    """
    found: list[str] = []
    with pikepdf.open(BytesIO(pdf)) as inside:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for page, content in zip(document, inside.pages, strict=True):
                left, bottom, right, top = within or (0.0, 0.0, *page.get_size())
                lines = _lines(page, content)
                for number, box in enumerate(lines):
                    if box[0] < left or box[1] < bottom or box[2] > right or box[3] > top:
                        found.append(f"{box} is not on the page")
                    for other in lines[:number]:
                        across = min(box[2], other[2]) - max(box[0], other[0])
                        if across > gap and min(box[3], other[3]) - max(box[1], other[1]) > gap:
                            found.append(f"{box} lies on {other}")
        finally:
            document.close()
    return found


def _lines(page: pypdfium2.PdfPage, content: pikepdf.Page) -> list[Box]:
    """Around each line of a page (one text object, with a run for each font in it), its box."""
    shown: list[int] = []
    line = 0
    for instruction in pikepdf.parse_content_stream(content):
        line += str(instruction.operator) == "BT"
        if str(instruction.operator) in ("Tj", "TJ"):
            shown.append(line)
    boxes: dict[int, Box] = {}
    for line, run in zip(shown, page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1), strict=True):
        box = run.get_bounds()
        other = boxes.get(line, box)
        boxes[line] = (min(box[0], other[0]), min(box[1], other[1]), max(box[2], other[2]), max(box[3], other[3]))
    return list(boxes.values())


def syntax_problems(pdf: bytes) -> list[str]:
    """What ``qpdf --check`` would complain of: pikepdf is that library."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return [*document.check_pdf_syntax(), *map(str, document.get_warnings())]


def sizes(pdf: bytes) -> dict[str, float]:
    """The size in points of every line on the first page."""
    found: dict[str, float] = {}

    def remember(text: str, _page: object, _line: object, _font: object, size: float) -> None:
        found[text.strip()] = size

    pypdf.PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=remember)
    return found


def squeezed(text: str) -> str:
    """Without white space: readers guess at spaces, and names may stand on two lines."""
    return "".join(unicodedata.normalize("NFC", text).split())


def picture(pdf: bytes, page: int = 0, *, scale: float = 1.0) -> Image.Image:
    """A page as pdfium shows it, in shades of grey; ``scale`` is pixels to the point."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        shown: Image.Image = document[page].render(scale=scale, grayscale=True).to_pil()
        return shown.convert("L")
    finally:
        document.close()


def coloured(pdf: bytes, *, scale: float) -> Image.Image:
    """The first page in its colours."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        shown: Image.Image = document[0].render(scale=scale).to_pil()
        return shown.convert("RGB")
    finally:
        document.close()


def ink_box(image: Image.Image, scale: float) -> Box | None:
    """Left, bottom, right, top in points of everything that is not white; None on an empty page."""
    found = image.point(lambda shade: 255 if shade < 200 else 0).getbbox()
    if found is None:
        return None
    left, upper, right, lower = found
    height = image.height
    return left / scale, (height - lower) / scale, right / scale, (height - upper) / scale


def hidden(image: Image.Image, box: Box, scale: float) -> Image.Image:
    """The picture with a box (left, bottom, width, height in points) painted over."""
    left, bottom, width, height = box
    covered = image.copy()
    upper = image.height - (bottom + height) * scale
    covered.paste(
        0, (int(left * scale), int(upper), int((left + width) * scale) + 1, int(image.height - bottom * scale) + 1)
    )
    return covered
