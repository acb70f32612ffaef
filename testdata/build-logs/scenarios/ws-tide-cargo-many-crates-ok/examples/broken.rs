fn main() { std::fs::read("/nonexistent/tides.json").expect("no tides"); }
