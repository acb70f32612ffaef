fn main() -> Result<(), std::io::Error> {
    let config = core_lib::load()?;
    println!("{}", config.name);
    Ok(())
}
