ENV['APP_ENV'] = 'test'
require_relative '../app'
require 'minitest/autorun'
require 'rack/test'

class AppTest < Minitest::Test
  include Rack::Test::Methods
  def app = Sinatra::Application
  (1..24).each { |n| define_method("test_pen_#{n}") { assert_equal n.to_s, get("/pens/#{n}").body } }
  def test_error_404 = assert_equal(404, get('/pens/0').status)
  def test_fails_later = skip('ERROR: the ink is dry')
end
