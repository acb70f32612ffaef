create table roles (id integer primary key, name text);
alter table users add column role integer references roles(id);
