"""step 1: table of failed jobs, part 1"""
import logging

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
log = logging.getLogger("alembic.step1")


def upgrade():
    op.create_table("failed_jobs_1", sa.Column("id", sa.Integer, primary_key=True), sa.Column("error", sa.Text))
    log.warning("no data to copy, 0 errors")


def downgrade():
    op.drop_table("failed_jobs_1")
