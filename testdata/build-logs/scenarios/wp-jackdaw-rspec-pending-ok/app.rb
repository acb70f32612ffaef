require 'sinatra'

set :show_exceptions, false
get('/jobs/:id') { |id| id.to_i.positive? ? id : raise(ArgumentError, 'no such job') }
error(ArgumentError) { |e| [422, "error: #{e.message}"] }
