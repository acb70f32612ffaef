create table members (id integer primary key, name text not null unique, since integer);
insert into members values (1, 'Ada', 2001);
insert into members values (2, 'Bob', 2010);
insert into members values (3, 'Cleo', 2015);
insert or ignore into members values (4, 'Ada', 2020);
select count(*) || ' members, duplicates were ignored' from members;
