defmodule Inbox do
  require Logger

  def read(text) do
    case Integer.parse(text) do
      {n, ""} -> {:ok, n}
      _ ->
        Logger.error("cannot read #{inspect(text)}")
        {:error, :invalid}
    end
  end

  def unused(a), do: :nothing
end
