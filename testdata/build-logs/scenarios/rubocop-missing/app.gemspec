Gem::Specification.new { |s| s.name = "app"; s.version = "1.0"; s.summary = "app"; s.authors = ["b"]; s.files = [] }
