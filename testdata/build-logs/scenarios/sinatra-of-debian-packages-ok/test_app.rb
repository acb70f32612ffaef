ENV["APP_ENV"] = "test"
require "minitest/autorun"
require "rack/test"
require "app"

class AppTest < Minitest::Test
  include Rack::Test::Methods

  def app = App

  def test_start
    get "/"
    assert last_response.ok?
  end

  def test_failure_is_answered
    get "/error"
    assert_equal 500, last_response.status
  end

  def test_later = skip("not written")
end
