module Slots
  MAX = 10
  def self.fit?(n)
    n <= MAX
  end
end
