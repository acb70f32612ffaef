int part11;
