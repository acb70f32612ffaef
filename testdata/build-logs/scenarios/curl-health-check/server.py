import http.server as h


class Slow(h.BaseHTTPRequestHandler):
    seen = 0

    def do_GET(self):
        Slow.seen += 1
        self.send_response(503 if Slow.seen < 4 else 200)
        self.end_headers()
        self.wfile.write(b'{"errors": 0}')


s = h.HTTPServer(("127.0.0.1", 8464), Slow)
print("ready")
s.serve_forever()
