"""step 4: table of failed jobs, part 4"""
import logging

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
log = logging.getLogger("alembic.step4")


def upgrade():
    op.create_table("failed_jobs_4", sa.Column("id", sa.Integer, primary_key=True), sa.Column("error", sa.Text))
    log.warning("no data to copy, 0 errors")


def downgrade():
    op.drop_table("failed_jobs_4")
