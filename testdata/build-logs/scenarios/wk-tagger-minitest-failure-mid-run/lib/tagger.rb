class Tagger
  def initialize(words) = @words = words
  def tags(text) = text.downcase.scan(/\w+/) & @words
  def count(text) = tags(text).size
end
