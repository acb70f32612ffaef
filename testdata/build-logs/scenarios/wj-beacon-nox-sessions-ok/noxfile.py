import os

import nox

nox.options.sessions = ["lint", "tests", "integration"]


@nox.session
def lint(session):
    session.install("ruff==0.5.1", "black==24.4.2")
    session.run("ruff", "check", "beacon.py")
    session.run("black", "--check", "beacon.py")


@nox.session(python=["3.12"])
@nox.parametrize("yaml", ["6.0.1", "6.0.2"])
def tests(session, yaml):
    session.install(f"pyyaml=={yaml}", "pytest==8.2.2")
    session.run("pytest", "-v", "test_beacon.py", success_codes=[0, 5])


@nox.session
def integration(session):
    if "BEACON_HOST" not in os.environ:
        session.skip("BEACON_HOST is not set")
    session.run("python", "beacon.py")


@nox.session
def release(session):
    session.run("git", "tag", external=True)
