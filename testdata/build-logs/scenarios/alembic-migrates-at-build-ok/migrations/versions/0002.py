"""step 2: table of failed jobs, part 2"""
import logging

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
log = logging.getLogger("alembic.step2")


def upgrade():
    op.create_table("failed_jobs_2", sa.Column("id", sa.Integer, primary_key=True), sa.Column("error", sa.Text))
    log.warning("no data to copy, 0 errors")


def downgrade():
    op.drop_table("failed_jobs_2")
