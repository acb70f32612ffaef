import psycopg
import sqlalchemy as sa

engine = sa.create_engine("postgresql+psycopg://db/app")
