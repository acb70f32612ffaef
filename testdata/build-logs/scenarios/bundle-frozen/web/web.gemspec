Gem::Specification.new { |s| s.name = "web"; s.version = "2.0.0"; s.summary = "web"; s.authors = ["builder"] }
