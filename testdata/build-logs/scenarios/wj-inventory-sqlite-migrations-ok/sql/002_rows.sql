insert into items values (1, 'anvil', 900), (2, 'rope', 12), (3, 'error lamp', 7);
