import app


def test_main(capsys):
    app.main()
    assert capsys.readouterr().out == "hello\n"
