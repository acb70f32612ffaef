require 'minitest/autorun'
require 'errbox'

class BoxTest < Minitest::Test
  20.times { |n| define_method("test_error_#{n}") { warn Errbox.box("sample #{n}"); assert true } }
  def test_later = skip('not yet')
  def test_raises = assert_raises(NoMethodError) { nil.boom }
end
