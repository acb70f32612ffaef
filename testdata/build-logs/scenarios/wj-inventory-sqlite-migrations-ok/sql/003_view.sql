create view cheap as select name from items where price < 100;
select 'cheap: ' || group_concat(name) from cheap;
