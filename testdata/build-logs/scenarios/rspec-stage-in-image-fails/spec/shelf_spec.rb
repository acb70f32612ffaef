require_relative "../lib/shelf"

RSpec.describe Shelf do
  (1..18).each do |n|
    it "counts #{n} items" do
      shelf = described_class.new(20)
      n.times { |i| shelf.put(i) }
      expect(shelf.count).to eq(n)
    end
  end

  it "fails for more than its size" do
    shelf = described_class.new(1)
    shelf.put(:a)
    expect { shelf.put(:b) }.to raise_error(ArgumentError)
  end

  it "reports errors of the scanner" do
    skip "no scanner here"
  end
end
