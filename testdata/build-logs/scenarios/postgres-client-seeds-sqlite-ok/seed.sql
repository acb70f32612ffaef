CREATE TABLE status (code INTEGER PRIMARY KEY, name TEXT NOT NULL);
INSERT INTO status VALUES (0, 'ok'), (1, 'failed'), (2, 'error');
INSERT INTO status VALUES (2, 'fatal');
DROP TABLE missing;
INSERT INTO status VALUES (3, 'unknown');
