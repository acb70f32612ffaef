print("create table stations (id integer primary key, name text unique not null);")
for number in range(1, 141):
    print(f"insert into stations values ({number}, 'station {number if number != 117 else 16}: no error');")
