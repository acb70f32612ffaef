Gem::Specification.new do |s|
  s.name = 'acme-client'
  s.version = File.read('VERSION').strip
  s.summary = 'A client'
  s.authors = ['Ann Example']
  s.files = Dir['lib/**/*.rb']
end
