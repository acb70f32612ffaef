require "minitest/autorun"

class ChecksTest < Minitest::Test
  45.times { |i| define_method("test_error_#{i}") { unused = i; assert_raises(KeyError) { {}.fetch(i) } } }

  def test_output
    _out, err = capture_io { warn "fatal: captured" }
    assert_match(/fatal/, err)
  end
end
