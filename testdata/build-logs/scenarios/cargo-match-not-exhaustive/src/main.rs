#[derive(Debug)]
enum Event {
    Started,
    Progress(u8),
    Failed { reason: String },
    Cancelled,
}

fn describe(e: &Event) -> String {
    match e {
        Event::Started => return "started".to_string(),
        Event::Progress(p) => format!("{}%", p),
        Event::Failed { reason } => format!("error: {reason}"),
    }
}

fn main() {
    for e in [Event::Started, Event::Progress(3), Event::Cancelled, Event::Failed { reason: "x".into() }] {
        println!("{}", describe(&e));
    }
}
