"""failures"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.add_column("error_reports", sa.Column("fatal", sa.Boolean))


def downgrade():
    op.drop_column("error_reports", "fatal")
