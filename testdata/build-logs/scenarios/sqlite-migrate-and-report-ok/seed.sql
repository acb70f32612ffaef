insert into items values (1, 'tea', 300);
insert into items values (2, 'coffee', 450);
insert into items values (3, 'water', 0);
insert into error_log values (1, 'fatal: connection lost');
