class Shift
  attr_reader :from, :to
  def initialize(from, to) = (@from, @to = from, to)
  def hours = to - from
  def night? = from >= 22 || to <= 6
end
