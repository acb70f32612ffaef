class Period
  attr_reader :from, :to
  def initialize(from, to)
    raise ArgumentError, "to before from" if to < from
    @from, @to = from, to
  end
  def days = to - from
  def include?(d) = d > from && d <= to
  def to_s = "#{from}..#{to}"
  def split(n) = (from...to).each_slice(days / n).map { |s| Period.new(s.first, s.last + 1) }
end
