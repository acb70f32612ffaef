require "shop/cart"

RSpec.describe Shop::Cart do
  it("adds") { expect(described_class.new.total).to eq 0 }
end
