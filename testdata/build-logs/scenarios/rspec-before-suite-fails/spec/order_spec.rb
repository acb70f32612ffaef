RSpec.describe 'order' do
  10.times { |n| it("number #{n}") { expect(n).to be >= 0 } }
end
