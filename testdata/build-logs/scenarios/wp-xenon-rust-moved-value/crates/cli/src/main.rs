use xenon_core::{brightest, Lamp};

fn show(lamps: Vec<Lamp>) {
    for lamp in lamps {
        println!("{}: {} lm", lamp.name, lamp.lumen);
    }
}

fn main() {
    let lamps = vec![Lamp { name: "desk".into(), lumen: 450 }, Lamp { name: "hall".into(), lumen: 900 }];
    show(lamps);
    if let Some(top) = brightest(&lamps) {
        println!("brightest: {}", top.name);
    }
}
