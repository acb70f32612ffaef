require "minitest/autorun"

class ErrorsTest < Minitest::Test
  30.times do |i|
    define_method("test_error_#{i}_is_rescued") do
      warn "RuntimeError: failure #{i}" if (i % 9).zero?
      assert_raises(RuntimeError) { raise "failure #{i}" }
    end
  end

  def test_remote = skip("connection refused")
end
