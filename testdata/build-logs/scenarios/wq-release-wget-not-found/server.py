import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path in ("/tools/jq-1.7.tar.gz", "/tools/SHA256SUMS")
        body = b"x" * 70000 if found else b"<h1>Not Found</h1>"
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8932), Handler)
print("ready", flush=True)
server.serve_forever()
