create table orders (id bigserial primary key, users_id bigint references users);
