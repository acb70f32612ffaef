class Ticket
  attr_reader :title, :level
  def initialize(title, level=0)
    @title = title; @level = level
  end

  def escalate()
    if not @level > 2 then @level = @level+1 end
    return self
  end
  def to_s
    '#{@title}' + " " + "%d" % @level
  end
end
