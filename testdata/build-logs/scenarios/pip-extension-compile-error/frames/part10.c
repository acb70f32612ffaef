int part10;
