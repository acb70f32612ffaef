require "sinatra/base"

class App < Sinatra::Base
  set :raise_errors, false
  set :show_exceptions, false
  set :dump_errors, true
  get("/") { "ok" }
  get("/error") { raise ArgumentError, "sample failure" }
end
