long cents(long whole, long part);
