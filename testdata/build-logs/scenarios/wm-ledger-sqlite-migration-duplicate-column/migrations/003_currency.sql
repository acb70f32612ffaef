alter table accounts add column currency text default 'EUR';
