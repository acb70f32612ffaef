require 'minitest/autorun'
require 'menu'
class MenuTest < Minitest::Test
  def test_dishes = assert_equal(%w[soup pie], Menu.new('soup,pie').dishes)
  def test_empty_raises_error = assert_raises(ArgumentError) { Menu.new('') }
  def test_prices = skip('prices are not read yet')
  def test_failed_order_is_logged
    out, = capture_io { puts 'FAILED order 7' }
    assert_match(/FAILED/, out)
  end
end
