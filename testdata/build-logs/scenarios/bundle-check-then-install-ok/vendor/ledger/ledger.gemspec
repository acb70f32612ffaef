Gem::Specification.new { |s| s.name = 'ledger'; s.version = '1.0.0'; s.summary = 'ledger'; s.authors = ['b']; s.files = [] }
