import unittest

import aiosmtplib_example


class Mail(unittest.TestCase):
    def test_send(self):
        aiosmtplib_example.send()
