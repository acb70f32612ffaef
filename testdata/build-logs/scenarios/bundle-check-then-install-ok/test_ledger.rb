require 'minitest/autorun'
require 'ledger'

class LedgerTest < Minitest::Test
  20.times do |n|
    define_method("test_error_#{n}") { assert_raises(Ledger::Error) { warn "row #{n} failed"; Ledger.post(n) } }
  end

  def test_later = skip('Failure: not now')
end
