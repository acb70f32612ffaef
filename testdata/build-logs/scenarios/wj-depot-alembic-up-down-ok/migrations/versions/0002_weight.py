"""the weight of a box, drops the failed column"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.add_column("box", sa.Column("weight", sa.Integer))


def downgrade():
    op.drop_column("box", "weight")
