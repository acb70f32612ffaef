create table reading (sensor text not null, value real check (value < 100));
