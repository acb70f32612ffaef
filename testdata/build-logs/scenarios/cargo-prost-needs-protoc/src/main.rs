mod stock {
    include!(concat!(env!("OUT_DIR"), "/stock.rs"));
}

fn main() {
    println!("{:?}", stock::Item { name: "bolt".into() });
}
