import http.server

answers = iter([200, 429, 429, 429, 429])


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        status = next(answers)
        body = b'{"version": "3.1"}' if status == 200 else b'{"error": "slow down"}'
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", 8472), Handler)
print("ready")
server.serve_forever()
