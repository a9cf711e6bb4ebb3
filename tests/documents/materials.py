"""Files of every kind that the readers read, made in memory from a few words."""

import io

import docx
import pyarrow as pa
import pyarrow.parquet as pq
import pypdfium2

from dateline.documents.material import Material

ARTICLE = (
    "A bomb killed four people in a market in the northern town of Zed on Monday, police said.",
    "No group has said that it planted the bomb, which went off at noon.",
)


def material(data, origin="report.txt", media_type=None, **known):
    return Material(origin, io.BytesIO(data), len(data), media_type, **known)


def page(*, head="", title="Four killed in market blast", heading=None, paragraphs=ARTICLE, body=""):
    """A news page with the usual furniture around its article."""
    article = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title}</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a> <a href='/sport'>Sport</a></nav>"
        f"<article><h1>{title if heading is None else heading}</h1>{article}{body}</article>"
        "<footer>All rights reserved. <a href='/terms'>Terms of use</a></footer></body></html>"
    ).encode()


def blank_pdf():
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(300, 300).close()
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def pdf(*pages):
    """A PDF with one list of lines a page; an empty list is a page without text."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = b" ".join(b"(" + line.encode("ascii") + b") Tj T*" for line in lines)
        drawn = b"BT /F1 12 Tf 14 TL 20 280 Td " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 300] /Resources << /Font << /F1 3 0 R >> >> "
            b"/Contents %d 0 R >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    body_end = b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n" % (size, table, size)
    return body + body_end + b"startxref\n%d\n%%%%EOF\n" % len(body)


def encrypted_pdf():
    """A PDF that says that it is encrypted, with keys that no password opens."""
    keys = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"00" * 32, b"11" * 32)
    return pdf(["Secret"]).replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<00> <00>] /Encrypt " + keys)


def word_file(build):
    """A DOCX that `build` filled."""
    document = docx.Document()
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def parquet(**columns):
    buffer = io.BytesIO()
    pq.write_table(pa.table(columns), buffer)
    return buffer.getvalue()
