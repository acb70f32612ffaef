int part4;
