var total = 1;
