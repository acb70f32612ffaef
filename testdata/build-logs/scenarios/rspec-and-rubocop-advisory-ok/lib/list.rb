class List
  def initialize(items); @items = items; end
  def first
    unused = 1
    raise ArgumentError, "list is empty" if @items.empty?
    @items.first
  end
end
