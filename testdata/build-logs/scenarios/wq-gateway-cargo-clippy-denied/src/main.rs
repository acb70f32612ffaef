use thiserror::Error;

#[derive(Debug, Error)]
enum GatewayError {
    #[error("upstream {0} failed")]
    Upstream(String),
}

fn pick(upstreams: &Vec<String>, n: usize) -> Result<&String, GatewayError> {
    if upstreams.len() == 0 {
        return Err(GatewayError::Upstream("none".to_string()));
    }
    return Ok(&upstreams[n % upstreams.len()]);
}

fn main() {
    let upstreams = vec!["a".to_string(), "b".to_string()];
    for n in 0..upstreams.len() {
        match pick(&upstreams, n) {
            Ok(upstream) => log::info!("{}", upstream),
            Err(error) => log::error!("{error}"),
        }
    }
}
