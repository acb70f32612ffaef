fn parse(s: &String) -> i64 {
    s.parse().unwrap_or(0)
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let sum = args.iter().map(parse).try_fold(0, ledger_core::add);
    println!("{:?}", sum);
}
