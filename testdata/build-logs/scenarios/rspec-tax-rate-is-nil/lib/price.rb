class Price
  RATES = { "DE" => 0.19, "FR" => 0.2 }.freeze

  def initialize(net, country)
    @net = net
    @country = country
  end

  def gross
    (@net * (1 + RATES[@country])).round(2)
  end
end
