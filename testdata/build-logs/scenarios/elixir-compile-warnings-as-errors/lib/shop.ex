defmodule Shop do
  def total(items, vat), do: Enum.sum(items)
  def name, do: Shop.Name.get()
end
