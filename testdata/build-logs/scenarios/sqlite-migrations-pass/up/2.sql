create table errors (id integer primary key, message text, failed integer default 0);
