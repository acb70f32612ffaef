class Post
  attr_reader :title, :tags

  def initialize(title, tags: [])
    raise ArgumentError, 'title is empty' if title.empty?

    @title = title
    @tags = tags
  end

  def slug
    title.downcase.gsub(/[^a-z0-9]+/, '-')
  end

  def tagged?(tag)
    tags.include?(tag)
  end
end
