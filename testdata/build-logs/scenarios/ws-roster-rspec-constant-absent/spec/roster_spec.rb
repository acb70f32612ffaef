RSpec.describe Roster do
  20.times { |n| it("adds #{n} shifts") { expect(Roster.total([Roster::Shift.new('a', 2)] * n)).to eq(2 * n) } }
end
