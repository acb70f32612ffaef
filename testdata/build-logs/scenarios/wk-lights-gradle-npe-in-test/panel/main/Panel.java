public class Panel { int rows = 2; }
