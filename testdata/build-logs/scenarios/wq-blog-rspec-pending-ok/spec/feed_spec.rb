require 'json'
require 'timeout'

RSpec.describe 'feed' do
  it 'reports broken JSON' do
    expect { JSON.parse('{') }.to raise_error(JSON::ParserError) { |error| warn "feed error: #{error.message}" }
  end
  it('times out') { expect { Timeout.timeout(0.05) { sleep } }.to raise_error(Timeout::Error) }
  it('reads Atom') { pending 'not implemented yet'; raise NotImplementedError, 'atom' }
  xit('reads RDF') { raise 'no' }
  80.times { |n| it("skips the failed entry #{n}") { expect(n).to be < 80 } }
end
