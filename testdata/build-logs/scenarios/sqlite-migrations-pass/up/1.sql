create table users (id integer primary key, mail text);
