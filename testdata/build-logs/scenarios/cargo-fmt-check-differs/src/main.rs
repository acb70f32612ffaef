fn main() { println!( "total" ) ; }
