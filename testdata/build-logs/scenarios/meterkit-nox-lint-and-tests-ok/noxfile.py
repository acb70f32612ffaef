import nox

nox.options.sessions = ["lint", "tests", "old"]


@nox.session
def lint(session):
    session.install("ruff==0.5.0")
    session.run("ruff", "check", "src", "tests")
    session.run("ruff", "check", "--select", "ALL", "src", success_codes=[0, 1])


@nox.session
def tests(session):
    session.install(".[test]")
    session.run("pytest", "-v", *session.posargs)


@nox.session
def old(session):
    session.skip("Python 2 is not supported any more")
