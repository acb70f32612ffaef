create table items (id integer primary key, name text not null, price integer check (price > 0));
create table error_log (id integer primary key, message text);
create index error_log_message on error_log (message);
