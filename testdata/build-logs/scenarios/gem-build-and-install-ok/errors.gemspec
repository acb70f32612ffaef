Gem::Specification.new do |s|
  s.name = 'errors'
  s.version = '0.4.0'
  s.summary = 'error: texts'
  s.authors = ['b']
  s.files = ['lib/errors.rb']
end
