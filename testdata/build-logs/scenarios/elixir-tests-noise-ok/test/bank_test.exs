defmodule BankTest do
  use ExUnit.Case

  test "withdraws", do: assert({:ok, 2} = Bank.withdraw(5, 3))
  test "fails without funds", do: assert({:error, _} = Bank.withdraw(1, 3))

  test "a crash of a task is reported" do
    Process.flag(:trap_exit, true)
    pid = spawn_link(fn -> raise "disk full" end)
    assert_receive {:EXIT, ^pid, _}
  end

  @tag :network
  test "fetches", do: flunk("connection refused")
end
