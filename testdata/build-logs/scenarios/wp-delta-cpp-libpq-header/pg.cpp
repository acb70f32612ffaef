#include <string>
#include <libpq-fe.h>
int connect_db(const char *dsn) { PGconn *c = PQconnectdb(dsn); return PQstatus(c); }
