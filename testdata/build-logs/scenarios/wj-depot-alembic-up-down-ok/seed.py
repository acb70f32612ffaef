from sqlalchemy import exc, text

from models import engine

with engine.begin() as connection:
    connection.execute(text("insert into box (id, place) values (1, 'A-1')"))
try:
    with engine.begin() as connection:
        connection.execute(text("insert into box (id, place) values (1, 'A-2')"))
except exc.IntegrityError as error:
    print("as expected:", error.orig)
print("seeded")
