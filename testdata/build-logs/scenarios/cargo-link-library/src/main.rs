#[link(name = "zmq-build-analysis")]
extern "C" {
    fn zmq_version(major: *mut i32, minor: *mut i32, patch: *mut i32);
}

fn main() {
    let (mut a, mut b, mut c) = (0, 0, 0);
    unsafe { zmq_version(&mut a, &mut b, &mut c) };
    println!("{a}.{b}.{c}");
}
