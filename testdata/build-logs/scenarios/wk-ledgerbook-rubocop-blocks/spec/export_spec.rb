require_relative '../lib/export'

RSpec.describe Export do
  it('writes lines') { expect(subject.lines([[1, 2]])).to eq(['1;2']) }
  it('knows whether there is any') { expect(subject.any?([])).to be(false) }
end
