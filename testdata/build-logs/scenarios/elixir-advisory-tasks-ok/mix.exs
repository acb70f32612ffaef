defmodule Tags.MixProject do
  use Mix.Project

  def project, do: [app: :tags, version: "0.1.0", elixir: "~> 1.12", deps: []]
end
