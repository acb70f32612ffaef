"""keys"""
revision = "a1c3"
down_revision = None


def upgrade():
    pass
