double tide_height(double hours);
const char *tide_name(double height);
