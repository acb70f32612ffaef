pub fn send(release: &str) {
    println!("release {release}");
}
