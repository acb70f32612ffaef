"""users"""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("error_reports", sa.Column("id", sa.Integer, primary_key=True), sa.Column("failed", sa.Boolean))


def downgrade():
    op.drop_table("error_reports")
