class Cart
  attr_reader :items

  def initialize
    @items = []
  end

  def total
    items.sum { |i| i.fetch(:price) * i.fetch(:count) }
  end
end
