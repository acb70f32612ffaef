class Report
  def initialize(rows)
    @rows = rows
  end

  def titles
    @rows.map { |row| row[:title].strip }
  end

  def size
    @rows.size
  end
end
