"""mail"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"


def upgrade():
    op.add_column("user", sa.Column("mail", sa.String(80)))
