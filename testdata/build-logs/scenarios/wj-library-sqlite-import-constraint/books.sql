insert into books values ('111', 'Errors of the Sea'), ('222', 'The Fatal Shore');
insert into books values ('333', 'Failure Is an Option');
insert into books values ('444', 'A Field Guide to Lighthouses');
select count(*) || ' books' from books;
