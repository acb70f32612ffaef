require './lib/feed'

RSpec.describe Feed do
  it('fetches') { expect(described_class.fetch).to eq(%w[error failed]) }
  it('raises') { expect { raise 'failed' }.to raise_error('failed') }
  xit('is slow') { sleep 10 }
end
