Gem::Specification.new { |s| s.name = "web"; s.version = "2.0.0"; s.summary = "web"; s.authors = ["builder"]; s.files = []; s.add_dependency "auth", "~> 1.0" }
