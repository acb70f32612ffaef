require 'socket'

RSpec.configure do |config|
  config.before(:suite) { TCPSocket.new('127.0.0.1', 5998).puts('reset') }
end
