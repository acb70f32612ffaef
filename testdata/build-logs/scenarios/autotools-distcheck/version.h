#define VERSION_TEXT "0.9"
