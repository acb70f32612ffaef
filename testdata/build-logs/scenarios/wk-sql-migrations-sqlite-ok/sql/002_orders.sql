create table orders (id integer primary key, user_id references users);
