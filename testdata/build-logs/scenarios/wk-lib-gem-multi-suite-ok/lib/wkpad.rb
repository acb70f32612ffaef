module Wkpad
  class Error < StandardError; end
  def self.pad(s, n)
    raise Error, "width #{n} is negative" if n.negative?
    s.rjust(n, ".")
  end
end
