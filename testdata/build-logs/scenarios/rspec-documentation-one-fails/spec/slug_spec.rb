require './lib/slug'

RSpec.describe '#slug' do
  (1..45).each { |n| it("keeps error-#{n}") { expect(slug("Error #{n}")).to eq("error-#{n}") } }

  context 'with punctuation' do
    it('drops dots') { expect(slug('a.b')).to eq('a-b') }
    it('drops the last dot') { expect(slug('failed.')).to eq('failed') }
    it('drops blanks') { expect(slug('a  b')).to eq('a-b') }
  end
end
