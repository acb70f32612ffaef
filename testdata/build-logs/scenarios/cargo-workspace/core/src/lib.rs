pub struct Config {
    name: String,
}

pub fn load() -> Result<Config, std::io::Error> {
    let unused = 1;
    Ok(Config { name: String::from("x") })
}
