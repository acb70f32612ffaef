create virtual table search using fts9(text);
