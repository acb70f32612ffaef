Gem::Specification.new { |s| s.name = "base"; s.version = "1.2.0"; s.summary = "base"; s.authors = ["builder"]; s.files = [] }
