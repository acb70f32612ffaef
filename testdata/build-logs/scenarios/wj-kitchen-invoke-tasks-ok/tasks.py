from invoke import task


@task
def clean(c):
    """Remove what was made"""
    c.run("rm -rf out && mkdir out")


@task
def lint(c):
    """Look for tabs"""
    found = c.run("grep -n 'import os' kitchen.py", warn=True)
    if found.ok:
        print("warning: os is imported")
    c.run("ls missing-folder", warn=True)


@task
def test(c):
    """Run the tests"""
    c.run("python -m doctest -v kitchen.py")


@task(pre=[clean])
def package(c, name="kitchen"):
    """Pack it"""
    c.run(f"tar -czf out/{name}.tgz kitchen.py && tar -tzf out/{name}.tgz")
