insert into item (name) values ('bolt'), ('nut'), ('washer');
insert into item (name) values ('nut');
create extension if not exists pg_trgm;
