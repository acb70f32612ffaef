Gem::Specification.new do |s|
  s.name = 'menu'
  s.version = '0.3.1'
  s.summary = 'Menus of canteens'
  s.authors = ['Canteen Team']
  s.files = ['lib/menu.rb']
  s.add_dependency 'nokogiri'
end
