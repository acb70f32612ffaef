#![allow(unreachable_code)]
fn main() {
    let worker = std::thread::spawn(|| panic!("worker lost its queue"));
    let _ = worker.join();
    let x = 1;
    println!("ok");
}
