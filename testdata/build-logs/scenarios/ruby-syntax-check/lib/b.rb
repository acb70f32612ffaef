class B
  def run(list)
    list.each do |item|
      puts item
  end
end
