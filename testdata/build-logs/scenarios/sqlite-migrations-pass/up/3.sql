insert into errors (message) values ('Error: no such table'), ('fatal');
update version set n = 3;
