public class Old { int x = "1"; }
