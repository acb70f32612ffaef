defmodule TagsTest do
  use ExUnit.Case

  test "parses" do
    assert Tags.parse("a,b") == ["a", "b"]
  end

  test "raises" do
    assert_raise FunctionClauseError, fn -> Tags.parse(nil) end
  end
end
