int part6;
