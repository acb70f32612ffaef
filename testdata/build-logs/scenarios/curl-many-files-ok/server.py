import http.server
import itertools

count = itertools.count()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = 404 if "failed" in self.path else 503 if next(count) % 4 == 1 else 200
        body = b"error\n"
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", 8481), Handler)
print("ready")
server.serve_forever()
