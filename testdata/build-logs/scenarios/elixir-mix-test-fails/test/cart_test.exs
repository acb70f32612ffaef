defmodule CartTest do
  use ExUnit.Case

  for n <- 1..6 do
    test "total of #{n} pens" do
      assert Cart.total(List.duplicate({"pen", 2}, unquote(n))) == 2 * unquote(n)
    end
  end

  test "error in price is refused" do
    assert_raise ArithmeticError, fn -> Cart.total([{"pen", "2"}]) end
  end

  test "discount from 100 on" do
    assert Cart.discount(100) == 90
  end
end
