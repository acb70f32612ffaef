import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        private = self.path.startswith("/private/")
        body = b"<Error><Code>AccessDenied</Code></Error>" if private else b"x" * 2000
        self.send_response(403 if private else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", 8474), Handler)
print("ready")
server.serve_forever()
