module Roster
  Shift = Struct.new(:name, :hours)
  def self.total(shifts) = shifts.sum(&:hours)
end
