import http.server, sys, time
class Page(http.server.BaseHTTPRequestHandler):
    seen = {}
    def do_GET(self):
        if self.path in ("/NOTICE", "/plugin.jar.sha256"):
            self.answer(404, b"not found")
        elif self.path == "/plugin.jar":
            self.answer(500, b"internal error")
        else:
            self.answer(200, b"text\n" * 200)
    def answer(self, status, body=b"", length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8466), Page)
print("ready", flush=True)
server.serve_forever()
