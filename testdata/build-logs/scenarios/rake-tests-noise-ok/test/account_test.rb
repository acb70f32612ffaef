require 'minitest/autorun'

class AccountTest < Minitest::Test
  40.times do |n|
    define_method("test_error_#{n}") { assert_equal n, Integer(n.to_s) }
  end

  def test_raises
    error = assert_raises(ArgumentError) { Integer('fatal') }
    warn "ERROR: #{error.message} (expected)"
  end

  def test_online
    skip 'connection refused'
  end
end
