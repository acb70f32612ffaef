Gem::Specification.new do |s|
  s.name = "fastpath"
  s.version = "1.0.0"
  s.summary = "paths, fast"
  s.authors = ["builder"]
  s.files = ["ext/fastpath/extconf.rb", "ext/fastpath/fastpath.c"]
  s.extensions = ["ext/fastpath/extconf.rb"]
end
