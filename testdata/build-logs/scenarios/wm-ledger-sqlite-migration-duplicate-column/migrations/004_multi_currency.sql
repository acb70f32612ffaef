alter table entries add column currency text;
alter table accounts add column currency text default 'EUR';
