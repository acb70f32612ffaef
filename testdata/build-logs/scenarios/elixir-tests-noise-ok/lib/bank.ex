defmodule Bank do
  require Logger

  def withdraw(balance, amount) when amount > balance do
    Logger.error("withdrawal failed: insufficient funds")
    {:error, :insufficient}
  end

  def withdraw(balance, amount), do: {:ok, balance - amount}
  defp unused(x), do: x
end
