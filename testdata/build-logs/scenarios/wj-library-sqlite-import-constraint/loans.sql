pragma foreign_keys = on;
insert into loans values (1, '111', 14);
insert into loans values (2, '222', 7);
insert into loans values (3, '333', 21);
insert into loans values (4, '222', 0);
insert into loans values (5, '444', 7);
select sum(days) from loans;
