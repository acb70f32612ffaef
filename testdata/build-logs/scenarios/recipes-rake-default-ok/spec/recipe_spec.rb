# frozen_string_literal: true

require_relative '../lib/recipe'

RSpec.describe Recipe do
  subject(:recipe) { described_class.new('soup', 2).add('leek', 300).add('potato', 1, 'kg') }

  it('has a name') { expect(recipe.name).to eq('soup') }
  it('weighs its parts') { expect(recipe.weight).to eq(1300) }

  [1, 2, 4, 8].each do |people|
    it("is scaled for #{people}") { expect(recipe.for(people)['leek']).to eq(150 * people) }
  end

  it 'raises an error for an unknown unit' do
    expect { recipe.add('salt', 1, 'pinch') }.to raise_error(Recipe::UnknownUnit)
  end

  it 'is cooked' do
    pending 'no stove'
    expect(recipe).to be_cooked
  end
end
