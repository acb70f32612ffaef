RSpec.describe Roster::Holidays do
  it('knows Christmas') { expect(described_class.on?(12, 25)).to be true }
end
