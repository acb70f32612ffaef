import nox

nox.options.error_on_missing_interpreters = False


@nox.session
def checks(session):
    session.run("python", "-c", "raise SystemExit('error: 3 style problems')", success_codes=[0, 1])


@nox.session(python="3.14")
def py314(session):
    session.run("python", "-m", "unittest")


@nox.session
def tests(session):
    session.run("python", "-W", "error", "-m", "unittest", "-v")
