require_relative "../lib/price"

RSpec.describe Price do
  it "adds German tax" do
    expect(Price.new(100, "DE").gross).to eq(119.0)
  end

  it "adds French tax" do
    expect(Price.new(100, "FR").gross).to eq(120.0)
  end

  it "adds nothing elsewhere" do
    expect(Price.new(100, "US").gross).to eq(100)
  end
end
