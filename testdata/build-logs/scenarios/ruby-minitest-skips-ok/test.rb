require "minitest/autorun"

class CartTest < Minitest::Test
  def test_error_message
    error = assert_raises(ZeroDivisionError) { 1 / 0 }
    $stderr.puts error.full_message(highlight: false)
  end

  def test_database
    skip "Failure: needs a database"
  end

  def test_sum
    assert_output(nil, /failed/) { warn "failed" }
  end
end
