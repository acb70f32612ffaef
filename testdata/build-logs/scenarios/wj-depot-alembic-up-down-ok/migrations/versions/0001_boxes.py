"""boxes"""
import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade():
    op.create_table("box", sa.Column("id", sa.Integer, primary_key=True), sa.Column("place", sa.String(8), nullable=False))


def downgrade():
    op.drop_table("box")
