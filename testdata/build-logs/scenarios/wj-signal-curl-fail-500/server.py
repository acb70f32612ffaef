import http.server


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"{self.path[1:]}: ok\n".encode())

    def do_POST(self):
        self.send_response(500)
        self.end_headers()
        self.wfile.write(b"channel is locked\n")


http.server.HTTPServer(("127.0.0.1", 5872), Handler).serve_forever()
