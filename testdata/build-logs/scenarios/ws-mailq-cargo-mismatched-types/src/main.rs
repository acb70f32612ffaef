use std::collections::HashMap;
use std::fs;

#[derive(Debug)]
struct Mail {
    to: String,
    size: u64,
}

fn size_of(mails: &HashMap<String, Mail>, to: &str) -> u64 {
    mails.get(to).map(|m| m.size)
}

fn main() -> anyhow::Result<()> {
    let unused = 1;
    let mut queue = HashMap::new();
    for line in fs::read_to_string("queue.txt")?.lines() {
        let (to, size) = line.split_once(' ').unwrap_or((line, "0"));
        queue.insert(to.to_string(), Mail { to: to.into(), size: size.parse()? });
    }
    println!("{} {:?}", size_of(&queue, "root"), queue);
    log::info!("done");
    Ok(())
}
