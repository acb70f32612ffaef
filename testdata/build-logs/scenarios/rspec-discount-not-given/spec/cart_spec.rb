require_relative '../lib/cart'

RSpec.describe Cart do
  subject(:cart) { described_class.new }

  it { expect(cart.total).to eq 0 }

  it 'sums up' do
    cart.items << { price: 3, count: 2 }
    expect(cart.total).to eq 6
  end

  it 'gives every tenth for free' do
    cart.items << { price: 3, count: 10 }
    expect(cart.total).to eq 27
  end

  it 'raises for what has no price' do
    cart.items << { count: 2 }
    expect { cart.total }.to raise_error(KeyError, /price/)
  end
end
