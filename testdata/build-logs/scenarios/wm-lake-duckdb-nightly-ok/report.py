import duckdb

db = duckdb.connect("lake.duckdb")
db.execute("create table events as select i as id, case when i % 9 = 0 then 'error' else 'ok' end as status, i % 5 as shard, '2026-11-' || (1 + i % 30) as day from range(900) t(i)")
for sql in ("select status, count(*) as n from events group by 1 order by 1",
            "select shard, count(*) filter (status = 'error') as errors from events group by 1 order by 1"):
    print("sql>", sql)
    db.sql(sql).show()
try:
    db.sql("select day::date from events where id = 3").show()
    db.sql("select 'not a date'::date").show()
except duckdb.Error as error:
    print("expected:", type(error).__name__, str(error).splitlines()[0])
db.execute("copy events to 'events.parquet' (format parquet)")
print("rows in parquet:", db.sql("select count(*) from 'events.parquet'").fetchone()[0])
