def slug(text) = text.downcase.gsub(/[^a-z0-9]+/, '-')
