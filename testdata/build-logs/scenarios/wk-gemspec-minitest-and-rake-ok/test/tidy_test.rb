require "minitest/autorun"
require_relative "../lib/tidyname"

class TidyTest < Minitest::Test
  def test_capitalizes
    assert_equal "Ada Lovelace", Tidyname.tidy(" ada  LOVELACE")
  end

  def test_empty_fails
    e = assert_raises(ArgumentError) { Tidyname.tidy("") }
    warn "caught: #{e.class}: #{e.message}"
  end

  def test_particles
    skip "error handling of particles (von, de) is not decided"
  end
end
