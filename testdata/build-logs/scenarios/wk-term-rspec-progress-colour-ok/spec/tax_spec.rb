RSpec.describe "tax" do
  (1..40).each { |n| it("of #{n}") { expect(n * 19 / 100).to be >= 0 } }
  it("of errors") { pending("no rate for errors"); raise "boom" }
  it("is old style") { x = 3; x.should eq(3) }
end
