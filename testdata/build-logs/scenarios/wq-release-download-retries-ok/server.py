import http.server

asked = {}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        n = asked[self.path] = asked.get(self.path, 0) + 1
        status = 503 if "flaky" in self.path and n < 3 else 404 if "gone" in self.path else 200
        body = b"y" * 50000
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8934), Handler)
print("ready", flush=True)
server.serve_forever()
