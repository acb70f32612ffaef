Gem::Specification.new do |s|
  s.name = 'errbox'
  s.version = '0.4.0'
  s.summary = 'error boxes'
  s.authors = ['Ann']
  s.files = ['lib/errbox.rb']
end
