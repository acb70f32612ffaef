from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine

engine = create_engine("sqlite://", echo=True)
metadata = MetaData()
countries = Table("countries", metadata, Column("id", Integer, primary_key=True), Column("code", String(2)))
cities = Table("cities", metadata, Column("id", Integer, primary_key=True), Column("name", String(80)))
metadata.create_all(engine)
print("Seeding countries")
engine.execute(countries.insert().values(code="DE"))
