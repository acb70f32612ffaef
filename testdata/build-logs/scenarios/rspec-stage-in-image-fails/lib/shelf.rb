class Shelf
  def initialize(size) = (@size, @items = size, [])

  def put(item)
    raise ArgumentError, "shelf is full" if @items.size > @size
    @items << item
  end

  def count = @items.size
end
