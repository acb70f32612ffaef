"""locks"""
revision = "b2d4"
down_revision = "a1c3"


def upgrade():
    pass
