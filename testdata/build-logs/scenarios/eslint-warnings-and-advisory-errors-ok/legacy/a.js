var a = b;
if (a = 1) { document.write(a) }
