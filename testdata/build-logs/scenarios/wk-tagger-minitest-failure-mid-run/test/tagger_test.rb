require "minitest/autorun"
require_relative "../lib/tagger"

class TaggerTest < Minitest::Test
  def setup = @t = Tagger.new(%w[ruby rust])
  def test_finds = assert_equal(%w[ruby], @t.tags("Ruby is fun"))
  def test_counts_repeats = assert_equal(2, @t.count("rust rust"), "repeats count")
  def test_none = assert_empty(@t.tags("java"))
  def test_nil = assert_empty(@t.tags(nil))
end
