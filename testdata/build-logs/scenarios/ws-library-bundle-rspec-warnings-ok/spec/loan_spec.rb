RSpec.describe 'loans' do
  30.times { |n| it("lends #{n} books") { expect([1] * n).to have_attributes(size: n) } }
  it('reports errors') { warn 'ERROR -- : loan failed (simulated)'; expect { raise 'late' }.to raise_error('late') }
  it('should syntax') { [1].should eq([1]) }
  it('renews') { pending 'not written'; raise 'NoMethodError' }
  xit('fails on Sundays') { raise }
end
