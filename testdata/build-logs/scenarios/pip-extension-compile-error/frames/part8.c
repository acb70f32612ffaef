int part8;
