import http.server, sys, time
class Page(http.server.BaseHTTPRequestHandler):
    seen = {}
    def do_GET(self):
        if "toolchain" in self.path:
            self.answer(502, b"bad gateway")
        elif self.seen.setdefault(self.path, 0) < 1 and "docs" in self.path:
            self.seen[self.path] += 1
            self.answer(503)
        else:
            self.answer(200, b"x" * 2000)
    def answer(self, status, body=b"", length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8461), Page)
print("ready", flush=True)
server.serve_forever()
