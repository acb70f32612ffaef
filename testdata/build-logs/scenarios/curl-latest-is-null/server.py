import http.server
import json


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        limited = self.path.startswith("/repos/")
        body = json.dumps({"message": "API rate limit exceeded for 192.0.2.7."} if limited else {"message": "Not Found"}).encode()
        self.send_response(403 if limited else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", 8471), Handler)
print("ready")
server.serve_forever()
