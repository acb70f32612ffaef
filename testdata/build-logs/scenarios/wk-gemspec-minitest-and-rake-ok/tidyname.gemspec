Gem::Specification.new do |s|
  s.name = "tidyname"
  s.version = "1.1.0"
  s.summary = "Tidies names"
  s.authors = ["A. Developer"]
  s.files = Dir["lib/**/*.rb"]
  s.add_dependency "rake", ">= 12"
end
