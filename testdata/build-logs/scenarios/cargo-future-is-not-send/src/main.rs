use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

fn legacy_counter() -> u32 { 0 }

struct Job { log: Rc<RefCell<Vec<String>>> }

fn main() {
    let job = Job { log: Rc::new(RefCell::new(vec![])) };
    let mut unused = 3;
    let worker = thread::spawn(move || {
        job.log.borrow_mut().push("started".into());
    });
    worker.join().unwrap();
}
