class QueueOf
  def initialize
    @items=[]
  end
  def push x
    raise ArgumentError, "error: nil" if x == nil
    @items << x
  end
end
