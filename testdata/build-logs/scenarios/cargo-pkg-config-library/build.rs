fn main() {
    pkg_config::Config::new().atleast_version("7.0").probe("libbpf-capture").unwrap();
}
