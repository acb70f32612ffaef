create table books (isbn text primary key, title text not null);
create table loans (id integer primary key, isbn text references books, days integer check (days > 0));
