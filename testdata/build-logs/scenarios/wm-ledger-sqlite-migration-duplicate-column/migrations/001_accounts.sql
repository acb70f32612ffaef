create table accounts (id integer primary key, owner text not null);
