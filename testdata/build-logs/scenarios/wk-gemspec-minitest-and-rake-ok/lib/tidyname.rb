module Tidyname
  def self.tidy(s, opts = {})
    unused = 1
    raise ArgumentError, "name is empty" if s.empty?
    s.strip.split.map(&:capitalize).join(" ")
  end
end
