Gem::Specification.new { |s| s.name = "auth"; s.version = "1.4.0"; s.summary = "auth"; s.authors = ["builder"]; s.files = [] }
