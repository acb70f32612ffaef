defmodule Cart do
  def total(items), do: items |> Enum.map(fn {_, price} -> price end) |> Enum.sum()
  def discount(total) when total > 100, do: total * 0.9
  def discount(total), do: total
end
