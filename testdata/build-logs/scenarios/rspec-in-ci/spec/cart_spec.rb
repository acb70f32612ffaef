class Cart
  def initialize; @items = []; end
  def add(item) = @items << item
  def total = @items.sum { |i| i[:price] }
end

RSpec.describe Cart do
  subject(:cart) { described_class.new }

  it "is empty" do
    expect(cart.total).to eq 0
  end

  it "adds prices" do
    cart.add(price: 2)
    cart.add(price: 3)
    expect(cart.total).to eq 5
  end

  context "with a coupon" do
    it "gives a discount" do
      cart.add(price: 10, coupon: true)
      expect(cart.total).to eq 9
    end
  end

  context "with a broken item" do
    it "raises an error" do
      cart.add({})
      expect { cart.total }.to raise_error(TypeError)
    end
  end
end
