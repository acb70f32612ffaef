import os

os.makedirs("versions")
TEXT = '''"""{title}"""
import sqlalchemy as sa
from alembic import op

revision = "{id}"
down_revision = {down!r}


def upgrade():
    {what}
'''
down = None
for n in range(1, 66):
    id = f"{n:04d}"
    what = f'op.create_table("t{n}", sa.Column("id", sa.Integer, primary_key=True))'
    title = f"create t{n}"
    if n == 60:
        what, title = 'op.add_column("t12", sa.Column("note", sa.String(80)))', "add note to t12"
    if n == 63:
        what, title = 'op.add_column("t12", sa.Column("note", sa.Text()))', "add note to orders"
    open(f"versions/{id}.py", "w").write(TEXT.format(id=id, down=down, what=what, title=title))
    down = id
