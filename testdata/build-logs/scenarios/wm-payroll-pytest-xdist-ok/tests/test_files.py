import sys


def test_bank_file_is_rejected(tmp_path):
    sys.stderr.write("Traceback (most recent call last): as the bank's tool prints it\nBankError: file rejected\n")
    assert not list(tmp_path.iterdir())
