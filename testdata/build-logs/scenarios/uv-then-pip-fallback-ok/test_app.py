import logging
import unittest

import flask


class AppTest(unittest.TestCase):
    def test_error(self):
        app = flask.Flask("app")

        @app.route("/")
        def index():
            raise ValueError("error: raised on purpose")

        self.assertEqual(app.test_client().get("/").status_code, 500)

    @unittest.expectedFailure
    def test_failed(self):
        self.fail("FAILED")
