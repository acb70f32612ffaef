create table users (id bigserial primary key, name text not null);
