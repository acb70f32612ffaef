require "minitest/autorun"
require_relative "../forum"
class ForumTest < Minitest::Test
  def setup = @forum = Forum.new
  def test_post = assert_equal(1, @forum.post("hi").size)
  def test_empty = assert_raises(ArgumentError) { @forum.post("") }
  def test_moderation = skip("moderation is not there yet")
end
