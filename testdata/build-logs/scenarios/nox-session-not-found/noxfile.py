"""What CI runs."""
import nox


@nox.session(python="3.12", venv_backend="none")
def lint(session):
    """Compiles all."""
    session.run("python", "-m", "compileall", "-q", ".", external=True)


@nox.session(python=["3.11", "3.12"], venv_backend="none")
def tests(session):
    """Unit tests."""
    session.run("python", "-m", "unittest", external=True)
