#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""s3_gateway.py DIR [CERT KEY]: an S3 server that keeps objects in memory, and misbehaves as DIR/faults says.

Its port is in DIR/port, and DIR/requests has a line for each request: method, path, and what was
done.  A line of DIR/faults is METHOD FAULT [COUNT]: that fault for the first COUNT requests of the
method (all, without COUNT).  It checks no signature.

  busy         503 SlowDown, with XML                  internal     500 InternalError, with XML
  bare-503     100 Continue, then 503 with no body     bare-507     the same with 507
  lie          200, and nothing is stored              lost         stored, and the connection is cut
  cut          half of the body that was promised      damaged      a body with another byte
  chunked-cut  half of a chunked body, and no length   no-etag      no ETag
  lower        header names in lower case              other-etag   an ETag of something else
  redirect     307 to another host                     hang         no answer
  noise        an error of 10,000 members, and 2,000 headers of metadata
"""
import hashlib
import http.server
import pathlib
import ssl
import sys
import threading
import time

FOLDER = pathlib.Path(sys.argv[1])
LOCK = threading.Lock()
OBJECTS = {}
NOTES = {}
USED = {}


def fault_of(method):
    """The first line of the faults that is not used up."""
    try:
        lines = (FOLDER / "faults").read_text("utf-8").splitlines()
    except FileNotFoundError:
        return ""
    with LOCK:
        for line in lines:
            name, fault, *count = line.split()
            if name != method or (count and USED.get(line, 0) >= int(count[0])):
                continue
            USED[line] = USED.get(line, 0) + 1
            return fault
    return ""


def error(code):
    """As S3 says no."""
    return f'<?xml version="1.0"?><Error><Code>{code}</Code><Message>no\x1b[31m</Message></Error>'.encode()


class Gateway(http.server.BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    lower = False

    def log_message(self, *_):
        """Nothing on stderr."""

    def handle_expect_100(self):
        self.send_response_only(100)
        self.end_headers()
        return True

    def send_header(self, keyword, value):
        super().send_header(keyword.lower() if self.lower else keyword, value)

    def answer(self, status, body=b"", headers=(), sent=None):
        """The header promises all of body; sent, when given, is what comes."""
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body if sent is None else sent)
        if sent is not None:
            self.close_connection = True

    def refuse(self, fault):
        """True when the fault was all there is to say."""
        if fault == "busy":
            self.answer(503, error("SlowDown"))
        elif fault == "internal":
            self.answer(500, error("InternalError"))
        elif fault.startswith("bare-"):
            self.answer(int(fault[5:]))
        elif fault == "redirect":
            self.answer(307, headers=[("Location", "http://127.0.0.1:1/elsewhere")])
        elif fault == "hang":
            time.sleep(60)
            self.close_connection = True
        elif fault == "noise":
            members = b"".join(b"<E%d>x</E%d>" % (i, i) for i in range(10000))
            self.answer(400, b"<Error><Code>Noise</Code>" + members + b"</Error>",
                        [(f"x-amz-meta-m{i}", "v" * 20) for i in range(2000)])
        else:
            return False
        return True

    def note(self, fault):
        with LOCK, open(FOLDER / "requests", "a", encoding="utf-8") as out:
            out.write(f"{self.command} {self.path} {fault or '-'}\n")

    def begin(self):
        fault = fault_of(self.command)
        self.note(fault)
        self.lower = fault == "lower"
        return fault

    def do_PUT(self):
        """Keeps it, unless it is there and must not be."""
        fault = self.begin()
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.refuse(fault):
            return
        with LOCK:
            taken = self.path in OBJECTS and self.headers["If-None-Match"] == "*"
            if not taken and fault != "lie":
                OBJECTS[self.path] = body
                NOTES[self.path] = [(k, v) for k, v in self.headers.items() if k.lower().startswith("x-amz-meta-")]
        if fault == "lost":
            self.close_connection = True
        elif taken:
            self.answer(412, error("PreconditionFailed"))
        else:
            self.answer(200)

    def give(self, fault, body):
        etag = hashlib.md5(b"other" if fault == "other-etag" else body).hexdigest()
        headers = [] if fault == "no-etag" else [("ETag", f'"{etag}"'), *NOTES.get(self.path, [])]
        half = body[: len(body) // 2]
        if fault == "chunked-cut":
            self.send_response(200)
            for name, value in [*headers, ("Transfer-Encoding", "chunked")]:
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(half), half))
            self.close_connection = True
        elif fault == "damaged":
            self.answer(200, body, headers, body[:-1] + bytes([body[-1] ^ 1]))
        else:
            self.answer(200, body, headers, half if fault == "cut" else None)

    def do_GET(self):
        """What was kept."""
        fault = self.begin()
        with LOCK:
            body = OBJECTS.get(self.path)
        if self.refuse(fault):
            return
        if body is None:
            self.answer(404, error("NoSuchKey"))
        else:
            self.give(fault, body)

    do_HEAD = do_GET

    def do_DELETE(self):
        """Forgets it."""
        if self.refuse(self.begin()):
            return
        with LOCK:
            OBJECTS.pop(self.path, None)
        self.answer(204)


SERVER = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
SERVER.daemon_threads = True
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    SERVER.socket = context.wrap_socket(SERVER.socket, server_side=True)
(FOLDER / "port.new").write_text(str(SERVER.server_address[1]), "utf-8")
(FOLDER / "port.new").rename(FOLDER / "port")
SERVER.serve_forever()
