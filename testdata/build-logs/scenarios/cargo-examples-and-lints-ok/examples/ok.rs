fn main() {
    println!("{}", shapes::area(&shapes::Square(3.0)));
}
