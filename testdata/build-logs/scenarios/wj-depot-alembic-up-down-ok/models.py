from sqlalchemy import Column, Integer, String, create_engine
from sqlalchemy.orm import declarative_base

Base = declarative_base()
engine = create_engine("sqlite:///depot.db")


class Box(Base):
    __tablename__ = "box"
    id = Column(Integer, primary_key=True)
    place = Column(String(8), nullable=False)
    weight = Column(Integer)
