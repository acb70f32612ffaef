mod pool;
mod stats;

use std::rc::Rc;

fn main() {
    let names = Rc::new(vec!["a".to_string(), "b".to_string()]);
    let copy = Rc::clone(&names);
    let worker = std::thread::spawn(move || copy.len());
    println!("{} {}", names.len(), worker.join().unwrap());
    stats::print(&pool::sizes());
}
