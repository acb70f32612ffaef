require 'sinatra'
set :show_exceptions, false
set :raise_errors, false
get('/pens/:n') { |n| unused = 1; n.to_i.zero? ? raise(KeyError, 'no such pen') : n }
error(KeyError) { |e| logger.error(e.message); [404, "error: #{e.message}"] }
