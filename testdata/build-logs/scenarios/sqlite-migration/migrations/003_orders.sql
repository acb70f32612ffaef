create table orders (id integer primary key, user integer);
insert into users (mail) values ('a@example.org');
pragma user_version = 3;
