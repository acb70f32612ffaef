require "minitest/autorun"
require "wkpad"
class PadTest < Minitest::Test
  (1..15).each { |n| define_method("test_width_#{n}") { assert_equal n, Wkpad.pad("x", n).size } }
  def test_error_on_negative = assert_raises(Wkpad::Error) { Wkpad.pad("x", -1) }
end
