import http.server as h


class Forge(h.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401 if self.path.startswith("/acme") else 404)
        self.send_header("WWW-Authenticate", 'Basic realm="forge"')
        self.send_header("Content-Length", "0")
        self.end_headers()


s = h.HTTPServer(("127.0.0.1", 8461), Forge)
print("ready")
s.serve_forever()
