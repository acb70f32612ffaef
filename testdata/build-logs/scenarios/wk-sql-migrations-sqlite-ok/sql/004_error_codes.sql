create table error_codes (code integer primary key, message text);
insert into error_codes values (404, 'not found'), (500, 'internal error');
