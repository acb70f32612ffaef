import nox


@nox.session(venv_backend="none")
def tests(session):
    session.run("python", "-m", "unittest", "-v", external=True)


@nox.session(venv_backend="none")
def lint(session):
    session.run("python", "-m", "pyflakes", ".", external=True, success_codes=[0, 1])


@nox.session(venv_backend="none")
def docs(session):
    if not session.run("python", "-c", "import sys; sys.exit('sphinx is not installed')", external=True, success_codes=[0, 1]):
        session.skip("documentation is optional")
