create table burrows (id integer primary key, place text);
create table weasel (id integer primary key, name text, burrow integer);
