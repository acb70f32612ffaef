Gem::Specification.new { |s| s.name = 'ledgerbook'; s.version = '0.1'; s.summary = 'x'; s.authors = ['x'] }
