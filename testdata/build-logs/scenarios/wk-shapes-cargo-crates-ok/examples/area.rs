fn main() -> anyhow::Result<()> {
    let r = std::env::args().nth(1).unwrap_or("1".into());
    let c = shapes::Circle::parse(&format!("{{\"r\": {r}}}"))?;
    println!("{:.3}", c.area());
    Ok(())
}
