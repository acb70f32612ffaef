import io, tarfile
with tarfile.open("vendor.tar", "w", format=tarfile.PAX_FORMAT) as tar:
    for n in range(30):
        info = tarfile.TarInfo(f"vendor/error_{n:02}.txt")
        info.size, info.mtime = 3, 4102444800 if n % 10 == 3 else 1700000000
        info.pax_headers = {"LIBARCHIVE.error": "1"} if n % 7 == 0 else {}
        tar.addfile(info, io.BytesIO(b"ok\n"))
    tar.addfile(tarfile.TarInfo("/vendor/absolute-path-failed.txt"))
