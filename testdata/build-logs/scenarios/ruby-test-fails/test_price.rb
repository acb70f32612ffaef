require "minitest/autorun"

class TestPrice < Minitest::Test
  40.times { |n| define_method("test_number_#{n}") { assert_kind_of Integer, n } }

  def test_gross
    assert_in_delta 119.0, 100 * 1.19
  end

  def test_rounding
    assert_equal 11.89, 9.99 * 1.19
  end
end
