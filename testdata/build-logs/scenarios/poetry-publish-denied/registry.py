import http.server as h


class Registry(h.BaseHTTPRequestHandler):
    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(403, "Forbidden")
        self.send_header("Content-Length", "0")
        self.end_headers()


s = h.HTTPServer(("127.0.0.1", 8452), Registry)
print("ready")
s.serve_forever()
