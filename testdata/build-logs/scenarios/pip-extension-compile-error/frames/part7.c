int part7;
