require "slots"
RSpec.describe Slots do
  (1..12).each { |n| it("holds #{n}") { expect(Slots.fit?(n)).to be(n <= 10) } }
end
