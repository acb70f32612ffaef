from report import report


def test_report(snapshot):
    assert report([{"id": 1, "amount": 20}, {"id": 2, "amount": 30.5}]) == snapshot


def test_single(snapshot):
    assert report([{"id": 7, "amount": 1}]) == snapshot
