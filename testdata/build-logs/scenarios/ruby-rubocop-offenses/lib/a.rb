def Bad_Name( x )
  if x == nil then return "nothing" end
  y = 3
  x.map{|e| e*2}
end
