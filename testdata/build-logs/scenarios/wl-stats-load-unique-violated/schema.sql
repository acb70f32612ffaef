CREATE TABLE visit (id INTEGER PRIMARY KEY, page TEXT NOT NULL, seconds INTEGER CHECK (seconds >= 0));
CREATE UNIQUE INDEX visit_page_second ON visit (page, seconds);
