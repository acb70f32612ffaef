require "minitest/autorun"

class WordsTest < Minitest::Test
  10.times { |i| define_method("test_#{i}") { assert i < 10 } }
end
