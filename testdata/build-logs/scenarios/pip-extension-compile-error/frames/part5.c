int part5;
