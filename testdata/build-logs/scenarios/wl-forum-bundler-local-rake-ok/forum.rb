class Forum
  def initialize; @posts = []; end
  def post(text) = text.empty? ? raise(ArgumentError, "empty") : @posts << text
  def unused; x = 1; end
  attr_reader :posts
end
