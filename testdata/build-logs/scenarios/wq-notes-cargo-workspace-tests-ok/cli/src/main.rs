use clap::Parser;

#[derive(Parser)]
struct Options {
    text: String,
}

fn main() {
    let options = Options::parse();
    match notes_core::load(&options.text) {
        Ok(note) => println!("{note:?}"),
        Err(error) => {
            eprintln!("error: cannot read the note: {error}");
            std::process::exit(2);
        }
    }
}
