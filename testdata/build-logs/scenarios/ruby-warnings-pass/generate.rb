unused = 1
120.times do |n|
  begin
    raise IOError, "cannot read page #{n}" if n % 5 == 0
    puts "page #{n} generated"
  rescue IOError => e
    warn "#{e.class}: #{e.message}, an empty page is written"
  end
end
