def total(rows) unused = 1; rows.sum end
RSpec.describe "cart" do
  it("sums") { warn "ERROR: no currency, using EUR"; expect(total([1, 2])).to eq 3 }
  it("raises") { expect { raise KeyError, "key not found: :rows" }.to raise_error }
  it("refunds")
  it "is a known bug" do
    pending "rounding"
    expect(0.1 + 0.2).to eq 0.3
  end
  xit("needs redis") { raise "Errno::ECONNREFUSED" }
end
