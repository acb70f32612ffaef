import Config
config :shop, pool: 5
