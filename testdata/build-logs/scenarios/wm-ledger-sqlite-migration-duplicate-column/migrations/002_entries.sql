create table entries (id integer primary key, account integer references accounts, cents integer, booked_at text);
create index entries_account on entries (account);
