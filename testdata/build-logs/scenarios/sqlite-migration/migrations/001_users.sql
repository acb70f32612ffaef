create table users (id integer primary key, mail text unique);
insert into users (mail) values ('a@example.org');
