"""step 3: table of failed jobs, part 3"""
import logging

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
log = logging.getLogger("alembic.step3")


def upgrade():
    op.create_table("failed_jobs_3", sa.Column("id", sa.Integer, primary_key=True), sa.Column("error", sa.Text))
    log.warning("no data to copy, 0 errors")


def downgrade():
    op.drop_table("failed_jobs_3")
