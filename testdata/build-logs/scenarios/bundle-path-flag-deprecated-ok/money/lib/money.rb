module Money
  RATE = "1 error"
end
