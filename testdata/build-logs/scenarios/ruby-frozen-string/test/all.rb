require 'minitest/autorun'
require 'greeting'
class GreetingTest < Minitest::Test
  def test_to; assert_equal 'hello you', Greeting.to('you'); end
  def test_base; assert_equal 'hello', Greeting::BASE; end
end
