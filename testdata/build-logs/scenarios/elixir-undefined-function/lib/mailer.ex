defmodule Mailer do
  @timeout 5_000

  def send_all(list) do
    for address <- list, do: deliver(address, retries)
  end

  defp deliver(address, _), do: IO.puts(address)
end
