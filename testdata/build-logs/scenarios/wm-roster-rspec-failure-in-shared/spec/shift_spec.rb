require_relative '../lib/shift'
RSpec.shared_examples 'a shift' do |from, to, hours|
  it("from #{from} to #{to} lasts #{hours} hours") { expect(Shift.new(from, to).hours).to eq hours }
end
RSpec.describe Shift do
  include_examples 'a shift', 8, 16, 8
  include_examples 'a shift', 12, 20, 8
  include_examples 'a shift', 22, 6, 8
  it('knows nights') { expect(Shift.new(22, 30)).to be_night }
  it('handles errors of input')
end
