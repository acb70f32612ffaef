pub struct Report {
    name: String,
    size: u64,
}

impl Report {
    pub fn new(name: &str) -> Report {
        Report { name: name, size: 0 }
    }

    pub fn render(&self) -> String {
        let mut buffer = itoa::Buffer::new();
        format!("{} {}", self.name, buffer.format(self.size)).trim_begin()
    }
}
