import http.server, sys, time
class Page(http.server.BaseHTTPRequestHandler):
    seen = {}
    def do_GET(self):
        self.answer(404 if "gone" in self.path else 200, b"echo tool 1.2: 0 errors\n")
    def answer(self, status, body=b"", length=None):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 8471), Page)
print("ready", flush=True)
server.serve_forever()
