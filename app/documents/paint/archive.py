"""What makes the file one for the archive: PDF/A-1b (ISO 19005-1).

Fonts are embedded and colours plain already; here come the meaning of the colours (6.2.2) and the
same facts twice, as document information and as XMP (6.7.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from app.kernel import paths

_PROFILE_NAME: Final = "sRGB IEC61966-2.1"
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfaid:part>1</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords></pdf:Keywords>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00+00:00</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def mark_for_archive(document: Any, facts: Mapping[str, str], day: date) -> None:  # noqa: ANN401
    """Give the library's *document* its colour profile and its XMP."""
    words = {name: escape(value) for name, value in facts.items()}
    words["producer"] = escape(document.info.producer)
    words["creator"] = escape(document.info.creator)
    packet = _XMP.format(**words, day=day.isoformat()).encode()
    # 6.7.2: a metadata stream has no filter.
    document.Catalog.Metadata = pdfdoc.PDFStream(
        dictionary=_dictionary(Type="/Metadata", Subtype="/XML"), content=packet
    )
    document.Catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(document)])
    document.Catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]


def _output_intent(document: Any) -> pdfdoc.PDFDictionary:  # noqa: ANN401
    profile = pdfdoc.PDFStream(
        dictionary=_dictionary(N=3),
        content=(paths.resources() / "colour" / "sRGB.icc").read_bytes(),
        filters=[pdfdoc.PDFZCompress],
    )
    return _dictionary(
        Type="/OutputIntent",
        S="/GTS_PDFA1",
        OutputConditionIdentifier=pdfdoc.PDFString(_PROFILE_NAME),
        Info=pdfdoc.PDFString(_PROFILE_NAME),
        DestOutputProfile=document.Reference(profile),
    )


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    return pdfdoc.PDFDictionary(dict(entries))
