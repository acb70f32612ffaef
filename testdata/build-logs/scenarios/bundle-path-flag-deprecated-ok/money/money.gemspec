Gem::Specification.new do |s|
  s.name = "money"
  s.version = "1.0.0"
  s.summary = "money"
  s.authors = ["nobody"]
  s.files = ["lib/money.rb"]
end
