from sqlalchemy import Column, Integer, MetaData, Table, create_engine

metadata = MetaData()
Table("jobs", metadata, Column("id", Integer, primary_key=True))
metadata.create_all(create_engine("postgresql://app:secret@postgres.build-network.invalid:5432/app"))
