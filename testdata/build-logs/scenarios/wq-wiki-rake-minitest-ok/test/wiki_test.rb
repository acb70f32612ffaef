require 'minitest/autorun'
require_relative '../lib/wiki'

class WikiTest < Minitest::Test
  90.times { |n| define_method("test_link_#{n}") { assert_includes Wiki.link("see [[Page#{n}]]"), 'href' } }

  def test_nothing_to_link
    assert_nil Wiki.link(nil)
  end

  def test_images
    skip 'images are not implemented'
  end
end
