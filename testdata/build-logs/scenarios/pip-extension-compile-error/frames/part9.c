int part9;
