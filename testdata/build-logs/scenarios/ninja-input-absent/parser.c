int parser;
