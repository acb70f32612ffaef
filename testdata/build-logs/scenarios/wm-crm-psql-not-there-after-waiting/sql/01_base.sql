create table customers (id serial primary key);
