defmodule Tags do
  def parse( text ),   do: String.split(text, ",")
  def old(list), do: Enum.chunk(list, 2)
end
