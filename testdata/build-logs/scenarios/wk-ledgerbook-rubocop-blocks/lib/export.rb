# Exports rows.
class Export
  def lines(rows)
    header = 'id;amount'
    rows.map { |id, amount| "#{id};#{amount}" }
  end

  def any?(rows)
    rows.size > 0
  end
end
