#define NAME(x) unit_ ## x
#define NAME2(x) NAME(x)
int NAME2(UNIT)(void) { return UNIT; }
