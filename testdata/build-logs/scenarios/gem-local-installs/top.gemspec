Gem::Specification.new { |s| s.name = "top"; s.version = "3.0.1"; s.summary = "top"; s.authors = ["builder"]; s.files = []; s.add_dependency "base", "~> 1.2" }
