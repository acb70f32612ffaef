import nox

nox.options.sessions = ["tests", "lint"]


@nox.session(python=["3.10", "3.12"])
def tests(session):
    session.install("pytest==8.2.2")
    session.run("pytest", "-q", "test_geo.py")


@nox.session
def lint(session):
    session.install("flake8==7.0.0")
    session.run("flake8", "--max-line-length=60", "geo.py", success_codes=[0, 1])


@nox.session
def docs(session):
    session.error("no docs yet")
