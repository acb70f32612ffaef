require_relative '../lib/report'

RSpec.describe Report do
  it 'counts rows' do
    expect(Report.new([{ title: 'a' }]).size).to eq 1
  end

  it 'lists titles' do
    expect(Report.new([{ title: ' a' }, { name: 'b' }]).titles).to eq %w[a b]
  end
end
