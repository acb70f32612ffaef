/* Limts of the program. */
int max_users = 10;
int max_files = 100;
int max_depth = 4;
