"""Faces inside a PDF: subsets in which every cluster is one glyph, and every glyph knows its text.

A PDF maps each glyph to text (ToUnicode), but a cluster may need several glyphs, some placed before the letter
they are typed after. So a cluster of several glyphs becomes one composite glyph of the embedded subset. Then the map is
exact for every script, every reader finds and copies the name as it was typed, and drawing is one string per run.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

import uharfbuzz as hb
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase import pdfdoc

from onemm_desktop.documents.fonts import Face
from onemm_desktop.documents.text import Cluster, Glyph, Line

#: So many lines are known to have been shown before: the words of a document, not the names of thousands.
_REMEMBERED = 256
_UNUSED_TABLES = ("GDEF", "GPOS", "GSUB", "OS/2", "cmap", "name", "post", "vhea", "vmtx", "DSIG", "STAT")


class EmbeddedFace:
    """One face in one document. ReportLab calls ``addObjects`` when the document is finished."""

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes: dict[tuple[tuple[Glyph, ...], str], int] = {}
        self._widths: list[float] = [0.0]
        self._shown: dict[Cluster, tuple[str, float]] = {}

    def code(self, cluster: Cluster) -> int:
        """The character code (CID) of a cluster in this document; 0 stays free for *notdef*."""
        key = (cluster.glyphs, cluster.text)
        if key not in self._codes:
            self._codes[key] = len(self._widths)
            self._widths.append(cluster.advance * 1000 / self.face.upem)
        return self._codes[key]

    def show(self, clusters: Iterable[Cluster]) -> str:
        """The operand of TJ: codes, with kerning where a cluster is set closer than its own width."""
        parts: list[str] = []
        codes: list[str] = []
        for cluster in clusters:
            code, kern = self._shown.get(cluster) or self._show(cluster)
            codes.append(code)
            if kern:
                parts.append(f"<{''.join(codes)}>{kern:.0f}")
                codes.clear()
        if codes:
            parts.append(f"<{''.join(codes)}>")
        return f"[{''.join(parts)}]"

    def _show(self, cluster: Cluster) -> tuple[str, float]:
        """A cluster's code as it is written, and how many thousandths of an em the next one stands closer."""
        code = self.code(cluster)
        kern = self._widths[code] - cluster.advance * 1000 / self.face.upem
        self._shown[cluster] = f"{code:04X}", kern if abs(kern) > 0.5 else 0.0
        return self._shown[cluster]

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:
        """Write the subset and its maps into the document (the name is ReportLab's)."""
        data, map_to_glyphs = self._subset()
        name = f"{_tag(self.resource)}+{self.face.name}"
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("CIDFontType2"),
                "BaseFont": pdfdoc.PDFName(name),
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "DW": 0,
                "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray([round(width, 2) for width in self._widths])]),
                "CIDToGIDMap": self._stream(document, map_to_glyphs, "glyphs"),
                "FontDescriptor": document.Reference(
                    self._descriptor(document, name, data), f"descriptor:{self.resource}"
                ),
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("Font"),
                "Subtype": pdfdoc.PDFName("Type0"),
                "BaseFont": pdfdoc.PDFName(name),
                "Encoding": pdfdoc.PDFName("Identity-H"),
                "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, f"descendant:{self.resource}")]),
                "ToUnicode": self._stream(document, self._to_unicode().encode("ascii"), "text"),
            }
        )
        document.idToObject["BasicFonts"].dict[self.resource] = document.Reference(font, f"font:{self.resource}")

    def _descriptor(self, document: pdfdoc.PDFDocument, name: str, data: bytes) -> pdfdoc.PDFDictionary:
        extents = self.face.shaper.get_font_extents("ltr")
        ascent, descent = (round(value * 1000 / self.face.upem) for value in (extents.ascender, extents.descender))
        return pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("FontDescriptor"),
                "FontName": pdfdoc.PDFName(name),
                "Flags": 4,  # symbolic: codes are glyphs of this subset and stand for no standard alphabet
                "FontBBox": pdfdoc.PDFArray([-1000, descent, 3000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 714,
                "StemV": 140 if self.face.bold else 80,
                "FontFile2": self._stream(document, data, "file", Length1=len(data)),
            }
        )

    def _stream(self, document: pdfdoc.PDFDocument, content: bytes, what: str, **entries: int) -> object:
        stream = pdfdoc.PDFStream(content=content)
        stream.filters = [pdfdoc.PDFZCompress]
        for key, value in entries.items():
            stream.dictionary[key] = value
        return document.Reference(stream, f"{what}:{self.resource}")

    def _subset(self) -> tuple[bytes, bytes]:
        """The TrueType file of the used glyphs, and the map from code to glyph as PDF wants it (two bytes each)."""
        wanted = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.glyph_set.update({gid for glyphs, _ in self._codes for gid, _, _ in glyphs})
        wanted.drop_table_tag_set.update({hb_tag(table) for table in _UNUSED_TABLES})
        plan = hb.SubsetPlan(self.face.shaper.face, wanted)
        data = bytes(plan.execute().blob.data)
        new = plan.old_to_new_glyph_mapping
        glyphs = [0]
        composites: list[tuple[Glyph, ...]] = []
        count = max(new.values()) + 1
        for parts, _text in self._codes:
            if len(parts) == 1 and parts[0][1:] == (0, 0):
                glyphs.append(new[parts[0][0]])
            else:
                glyphs.append(count + len(composites))
                composites.append(tuple((new[gid], dx, dy) for gid, dx, dy in parts))
        if composites:
            data = _with_composites(data, count, composites)
        return data, b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)

    def _to_unicode(self) -> str:
        """The map from code to text (PDF 32000-1, 9.10.3): at most a hundred lines to a block."""
        lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for (_, text), code in self._codes.items()]
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )


class Embedding:
    """The faces of one document, and the PDF operators that show a line with them."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._faces: dict[Face, EmbeddedFace] = {}
        self._shown: dict[Line, tuple[tuple[str, str], ...]] = {}

    def operators(self, line: Line, size: float, x: float, y: float) -> str:
        """One text object that shows a line with its left end at (x, y)."""
        if line not in self._shown:
            if len(self._shown) == _REMEMBERED:
                self._shown.clear()
            self._shown[line] = tuple(
                (embedded.resource, embedded.show(run.clusters))
                for run in line.runs
                for embedded in [self._embedded(run.face)]
            )
        shown = " ".join(f"/{resource} {size:.4g} Tf {codes} TJ" for resource, codes in self._shown[line])
        return f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET"

    def _embedded(self, face: Face) -> EmbeddedFace:
        if face not in self._faces:
            embedded = EmbeddedFace(face, f"N{len(self._faces) + 1}")
            self._faces[face] = embedded
            self._document.delayedFonts.append(embedded)
        return self._faces[face]


def _with_composites(data: bytes, count: int, composites: list[tuple[Glyph, ...]]) -> bytes:
    """The same font file with one more glyph for each cluster, made of the glyphs it already has."""
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    names = [f"g{index}" for index in range(count + len(composites))]
    font.setGlyphOrder(names[:count])
    outlines, metrics = font["glyf"], font["hmtx"]
    for name in names[:count]:
        outlines[name].expand(outlines)
    for name, parts in zip(names[count:], composites, strict=True):
        pen = TTGlyphPen(outlines)
        for gid, dx, dy in parts:
            if outlines[names[gid]].numberOfContours:
                pen.addComponent(names[gid], (1, 0, 0, 1, dx, dy))
        glyph = pen.glyph()
        glyph.recalcBounds(outlines)
        outlines[name] = glyph
        # Renderers move an outline so that its left edge stands at the side bearing: anything else shifts the cluster.
        metrics[name] = (0, glyph.xMin)
    font.setGlyphOrder(names)
    out = BytesIO()
    font.save(out, reorderTables=None)
    return out.getvalue()


def _tag(resource: str) -> str:
    """The six capitals that mark a subset (PDF 32000-1, 9.6.4), the same for the same document."""
    number = int(resource.removeprefix("N"))
    return "".join(chr(ord("A") + number // 26**power % 26) for power in range(5, -1, -1))


def hb_tag(table: str) -> int:
    """A table's four letters as the number HarfBuzz takes."""
    return int.from_bytes(table.ljust(4).encode("ascii"), "big")
