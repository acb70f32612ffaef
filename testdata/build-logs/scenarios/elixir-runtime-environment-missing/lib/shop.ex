defmodule Shop do
  def pool, do: Application.get_env(:shop, :pool)
end
