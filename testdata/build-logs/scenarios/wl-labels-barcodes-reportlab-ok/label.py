import sys
from reportlab.pdfgen import canvas
from reportlab.graphics.barcode import code128
c = canvas.Canvas(sys.argv[1])
for n in range(3):
    c.drawString(72, 720 - n * 60, f"Parcel {n}: return if undeliverable - error code {n}")
    code128.Code128(f"P{n:05}").drawOn(c, 72, 690 - n * 60)
c.save()
print("labels written")
