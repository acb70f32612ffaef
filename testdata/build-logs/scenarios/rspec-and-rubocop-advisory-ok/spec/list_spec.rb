require_relative "../lib/list"

RSpec.describe List do
  it("returns the first") { expect(List.new([1]).first).to eq(1) }
  it("raises an error when empty") { expect { List.new([]).first }.to raise_error(ArgumentError) }
  it("fails for nil") do
    pending "nil is not handled yet"
    List.new(nil).first
  end
  xit("is frozen") { raise "never" }
end
