record App(int n) {}
