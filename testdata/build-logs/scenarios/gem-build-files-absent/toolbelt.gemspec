Gem::Specification.new do |s|
  s.name = 'toolbelt'
  s.version = '0.3.0'
  s.summary = 'tools'
  s.authors = ['Ann']
  s.license = 'MIT'
  s.files = %w[lib/toolbelt.rb lib/toolbelt/version.rb README.md]
  s.add_dependency 'thor', '>= 1.2'
end
