require_relative '../lib/post'

RSpec.describe Post do
  it 'needs a title' do
    expect { Post.new('') }.to raise_error(ArgumentError, 'title is empty')
  end

  describe '#slug' do
    70.times { |n| it("keeps the number #{n}") { expect(Post.new("Part #{n}").slug).to eq("part-#{n}") } }

    it 'has no dash at its end' do
      expect(Post.new('Why does it fail?').slug).to eq('why-does-it-fail')
    end
  end

  describe '#tagged?' do
    it('knows its tags') { expect(Post.new('a', tags: ['x'])).to be_tagged('x') }
    it('ignores case') { pending('BLOG-12'); expect(Post.new('a', tags: ['X'])).to be_tagged('x') }
    xit 'takes synonyms'
  end
end
