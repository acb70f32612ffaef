import unittest

import requests
import responses

from almanac import fetch


class FetchTest(unittest.TestCase):
    @responses.activate
    def test_answer(self):
        responses.get("https://almanac.example/2024.json", json={"days": 366})
        self.assertEqual(fetch(2024), {"days": 366})

    @responses.activate
    def test_server_error_is_retried(self):
        responses.get("https://almanac.example/2023.json", status=503)
        responses.get("https://almanac.example/2023.json", json={"days": 365})
        self.assertEqual(fetch(2023)["days"], 365)

    @responses.activate
    def test_connection_refused_gives_up(self):
        responses.get("https://almanac.example/2022.json", body=requests.ConnectionError("Connection refused"))
        self.assertIsNone(fetch(2022, tries=2))

    @responses.activate
    def test_not_json(self):
        responses.get("https://almanac.example/2021.json", body="<html>")
        self.assertIsNone(fetch(2021, tries=1))

    @unittest.skip("needs the network")
    def test_live(self):
        fetch(2024)

    @unittest.expectedFailure
    def test_year_zero(self):
        self.assertTrue(fetch)
        self.fail("there is no year 0")
