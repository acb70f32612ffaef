mod lexer;

fn main() {
    let tokens = {
        let text = String::from("a b");
        lexer::split(&text)
    };
    println!("{tokens:?}");
}
