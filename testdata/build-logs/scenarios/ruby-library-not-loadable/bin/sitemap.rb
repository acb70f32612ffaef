require 'pages'
require 'nokogiri'

puts Pages::ALL.size
