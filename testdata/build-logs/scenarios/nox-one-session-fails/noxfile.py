import nox


@nox.session
def lint(session):
    session.install("pyflakes==3.2.0")
    session.run("pyflakes", "ledger.py")


@nox.session
def docs(session):
    session.skip("no documentation yet")


@nox.session
def tests(session):
    session.install("pytest==8.2.2")
    session.run("pytest", "-q")
