Gem::Specification.new do |s|
  s.name = "ledger"
  s.version = "1.0.0"
  s.summary = "keeps errors"
  s.description = "keeps errors"
  s.authors = ["nobody"]
  s.files = ["lib/ledger.rb"]
  s.executables = ["ledger"]
  s.bindir = "bin"
  s.add_development_dependency "rake"
  s.required_ruby_version = ">= 2"
end
