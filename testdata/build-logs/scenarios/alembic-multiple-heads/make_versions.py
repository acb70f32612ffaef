TEXT = '''"""{title}

Revision ID: {id}
Revises: {down}
"""
from alembic import op
import sqlalchemy as sa

revision = "{id}"
down_revision = {down!r}


def upgrade():
    op.create_table("t{id}", sa.Column("id", sa.Integer, primary_key=True))


def downgrade():
    op.drop_table("t{id}")
'''
for id, down, title in [("1a2b", None, "create users"), ("2b3c", "1a2b", "create orders"),
                        ("3c4d", "2b3c", "add invoices"), ("3c9f", "2b3c", "add shipping address"), ]:
    open(f"versions/{id}_{title.replace(' ', '_')}.py", "w").write(TEXT.format(id=id, down=down, title=title))
