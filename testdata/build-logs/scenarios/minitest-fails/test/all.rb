require "minitest/autorun"

class TestDuration < Minitest::Test
  def seconds(text)
    number, unit = text.match(/(\d+)([smh])/).captures
    number.to_i * { "s" => 1, "m" => 60, "h" => 3600 }.fetch(unit)
  end

  def test_seconds = assert_equal(5, seconds("5s"))
  def test_minutes = assert_equal(120, seconds("2m"))
  def test_days = assert_equal(86_400, seconds("1d"))
  def test_hours = assert_equal(3600, seconds("1h"))
end
