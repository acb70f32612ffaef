create table jobs (id integer primary key, state text, retries integer);
with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000) insert into jobs select i, case when i % 11 = 0 then 'failed' else 'done' end, null from n;
