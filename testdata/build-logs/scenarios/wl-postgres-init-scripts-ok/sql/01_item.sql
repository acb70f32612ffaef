drop table item;
create table item (id serial primary key, name text not null unique);
\d item
