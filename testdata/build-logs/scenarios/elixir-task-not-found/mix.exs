defmodule Board.MixProject do
  use Mix.Project

  def project, do: [app: :board, version: "0.2.0", elixir: "~> 1.12", deps: []]
end
