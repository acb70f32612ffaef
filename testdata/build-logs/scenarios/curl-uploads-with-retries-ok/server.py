import collections
import http.server

seen = collections.Counter()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_PUT(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        seen[self.path] += 1
        code = 201
        if self.path.endswith("/3.xml"):
            code = 413
        elif self.path.endswith("/7.xml") and seen[self.path] < 3:
            code = 502
        self.send_response(code)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_GET(self):
        body = b'{"received": 11, "refused": 1, "status": "complete"}\n'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8297), Handler)
print("ready", flush=True)
server.serve_forever()
