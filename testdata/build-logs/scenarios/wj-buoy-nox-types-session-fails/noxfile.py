import nox


@nox.session
def types(session):
    session.install("mypy==1.10.1")
    session.run("mypy", "buoy.py")


@nox.session
def tests(session):
    session.install("pytest==8.2.2")
    session.run("pytest", "-q")


@nox.session
def docs(session):
    session.run("python", "-m", "pydoc", "-w", "buoy")
