class Menu
  def initialize(text)
    raise ArgumentError, 'no dishes: error' if text.empty?
    unused = 1
    @dishes = text.split(',')
  end
  attr_reader :dishes
end
