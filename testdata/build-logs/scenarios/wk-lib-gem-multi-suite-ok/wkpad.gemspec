Gem::Specification.new do |s|
  s.name = "wkpad"
  s.version = "2.0.1"
  s.summary = "Pads"
  s.authors = ["A. Developer"]
  s.license = "MIT"
  s.homepage = "https://example.com/wkpad"
  s.files = ["lib/wkpad.rb"]
end
