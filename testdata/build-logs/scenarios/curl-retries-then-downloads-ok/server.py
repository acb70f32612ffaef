import collections
import http.server

seen = collections.Counter()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        seen[self.path] += 1
        if "optional" in self.path:
            self.send_error(404)
        elif self.path in ("/icons", "/maps") and seen[self.path] < 3:
            self.send_error(503)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(self.path.encode() * 100)

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8251), Handler)
print("ready", flush=True)
server.serve_forever()
