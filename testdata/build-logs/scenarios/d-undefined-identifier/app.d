import std.stdio;
int twice(int x) { return x * 2; }
void main() { writeln(twice(3)); writeln(thrice(3)); string s = 4; }
