require 'erb'
puts 'rendering 3 pages'
%w[a b c].each do |n|
  t = ERB.new(File.read("pages/#{n}.erb"))
  t.filename = "pages/#{n}.erb"
  File.write("/tmp/#{n}.html", t.result_with_hash(site: { title: 'x' }))
  puts "wrote #{n}.html"
end
