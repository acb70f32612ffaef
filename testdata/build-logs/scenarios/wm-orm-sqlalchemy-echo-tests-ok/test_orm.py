import unittest

from sqlalchemy import String, create_engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column


class Base(DeclarativeBase):
    pass


class User(Base):
    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)
    mail: Mapped[str] = mapped_column(String(80), unique=True)


class Users(unittest.TestCase):
    def setUp(self):
        self.engine = create_engine("sqlite://", echo=True)
        Base.metadata.create_all(self.engine)

    def tearDown(self):
        self.engine.dispose()

    def test_found(self):
        with Session(self.engine) as session:
            session.add(User(mail="ada@example.com"))
            session.commit()
            self.assertEqual(session.scalars(select(User)).one().mail, "ada@example.com")

    def test_same_mail_fails(self):
        with Session(self.engine) as session:
            session.add_all([User(mail="a"), User(mail="a")])
            with self.assertRaises(IntegrityError):
                session.commit()
            session.rollback()
