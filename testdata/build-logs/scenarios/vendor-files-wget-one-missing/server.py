import http.server
import sys

COUNT = {}


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        COUNT[self.path] = COUNT.get(self.path, 0) + 1
        if self.path.startswith("/flaky") and COUNT[self.path] < 3 or self.path.startswith("/down"):
            return self.answer(503, b"maintenance\n")
        if self.path.startswith("/missing"):
            return self.answer(404, b"not found\n")
        return self.answer(200, b'{"version": "2.4.1", "errors": 0}\n')

    def answer(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler)
print("ready", flush=True)
server.serve_forever()
