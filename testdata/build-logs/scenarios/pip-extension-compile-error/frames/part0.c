int part0;
