import http.server, sys, time
class Page(http.server.BaseHTTPRequestHandler):
    seen = {}
    def do_GET(self):
        if self.path == "/":
            page = "".join(f'<a href="/{x}">x</a>' for x in ("ok.html", "error.html", "gone.html", "fatal.html"))
            self.send_response(200); self.send_header("Content-Type", "text/html"); self.send_header("Content-Length", str(len(page))); self.end_headers(); self.wfile.write(page.encode())
        else:
            self.answer(404 if self.path in ("/gone.html", "/missing") else 200, b"ok")
    def do_HEAD(self):
        self.do_GET()
    def answer(self, status, body=b"", length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8476), Page)
print("ready", flush=True)
server.serve_forever()
