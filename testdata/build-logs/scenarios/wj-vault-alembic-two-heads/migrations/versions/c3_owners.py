"""owners"""
revision = "c3e5"
down_revision = "a1c3"


def upgrade():
    pass
