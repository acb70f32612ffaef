class Book
  attr_reader :rows
  def initialize; @rows = [] end
  def add(amount)
    raise ArgumentError, 'amount missing' if amount.nil?
    x = 1
    @rows << amount
  end
  def sum; rows.sum end
end
