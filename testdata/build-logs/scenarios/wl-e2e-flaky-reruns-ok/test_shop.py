import pathlib, threading, http.server
import pytest, requests

COUNT = pathlib.Path("/tmp/count")


@pytest.fixture(scope="module")
def server():
    class H(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            n = int(COUNT.read_text()) if COUNT.exists() else 0
            COUNT.write_text(str(n + 1))
            self.send_response(503 if n < 2 else 200)
            self.end_headers()
    s = http.server.ThreadingHTTPServer(("127.0.0.1", 0), H)
    threading.Thread(target=s.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{s.server_port}"
    s.shutdown()


def test_front_page(server):
    requests.get(server).raise_for_status()


def test_cart(server):
    assert requests.get(server + "/cart").ok


def test_nobody_listens():
    with pytest.raises(requests.ConnectionError):
        requests.get("http://127.0.0.1:9")
