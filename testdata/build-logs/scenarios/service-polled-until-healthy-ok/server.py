import http.server
import sys
import time

time.sleep(4)


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        code = 200 if self.path == "/health" else 500
        self.send_response(code)
        self.end_headers()
        self.wfile.write(b"ok\n" if code == 200 else b"error\n")


print("listening on 8080", file=sys.stderr)
http.server.HTTPServer(("127.0.0.1", 8080), Handler).serve_forever()
