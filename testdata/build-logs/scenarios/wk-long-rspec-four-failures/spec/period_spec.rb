require_relative "../lib/period"
RSpec.describe Period do
  let(:p) { described_class.new(0, 30) }
  describe "#days" do
    (1..20).each { |n| it("of 0..#{n} is #{n}") { expect(described_class.new(0, n).days).to eq(n) } }
    it("of an empty period is 0") { expect(described_class.new(1, 1).days).to eq(0) }
  end
  describe "#include?" do
    (0..24).each { |d| it("has day #{d}") { expect(p).to include(d) } }
    it("does not have the last day") { expect(p).not_to include(30) }
  end
  describe "#split" do
    [1, 2, 3, 5, 6, 10].each { |n| it("into #{n}") { expect(p.split(n).map(&:days).sum).to eq(30) } }
    it("into more parts than days") { expect(p.split(60).size).to eq(60) }
  end
  it("cannot end before it begins") { expect { described_class.new(2, 1) }.to raise_error(ArgumentError) }
  it("is printed with a dash") { expect(p.to_s).to eq("0 - 30") }
end
