create table product (sku text primary key, price integer not null);
