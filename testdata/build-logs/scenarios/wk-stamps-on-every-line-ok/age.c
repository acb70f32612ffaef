int age(int born, int year, int ignored) { return year - born; }
