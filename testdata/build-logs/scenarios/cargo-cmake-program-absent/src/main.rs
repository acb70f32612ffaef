fn main() {
    println!("{:?}", unsafe { std::ffi::CStr::from_ptr(libz_ng_sys::zlibng_version()) });
}
