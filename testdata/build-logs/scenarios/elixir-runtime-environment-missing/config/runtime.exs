import Config

if config_env() == :prod do
  config :shop, url: System.fetch_env!("DATABASE_URL")
end
