module Errbox
  def self.box(text) = "[ERROR] #{text}"
end
