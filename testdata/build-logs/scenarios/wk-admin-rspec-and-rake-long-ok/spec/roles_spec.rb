ROLES = %w[owner admin editor viewer guest]
ACTIONS = %w[create read update delete restore export]
ALLOWED = ->(r, a) { ROLES.index(r) <= ACTIONS.index(a) }

RSpec.describe "roles" do
  ROLES.each do |r|
    context "as #{r}" do
      ACTIONS.each do |a|
        it "#{ALLOWED[r, a] ? 'may' : 'fails to'} #{a}" do
          warn "DEPRECATION: role guest" if r == "guest" && a == "create"
          expect(ALLOWED[r, a]).to be(ROLES.index(r) <= ACTIONS.index(a))
        end
      end
    end
  end

  it "raises an error for unknown roles" do
    expect { ALLOWED["nobody", "read"] }.to raise_error(NoMethodError)
  end
end
