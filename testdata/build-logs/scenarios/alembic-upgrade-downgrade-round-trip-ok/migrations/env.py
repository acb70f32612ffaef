from logging.config import fileConfig

from alembic import context
from sqlalchemy import MetaData, create_engine

fileConfig(context.config.config_file_name)
if context.is_offline_mode():
    context.configure(url="sqlite://", target_metadata=MetaData(), literal_binds=True)
    with context.begin_transaction():
        context.run_migrations()
else:
    with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
        context.configure(connection=connection, target_metadata=MetaData())
        with context.begin_transaction():
            context.run_migrations()
