require 'logger'

module Wiki
  LOG = Logger.new($stderr)

  def self.link(text)
    text.gsub(/\[\[(.+?)\]\]/) { "<a href=\"#{$1}\">#{$1}</a>" }
  rescue NoMethodError => error
    LOG.error("cannot link: #{error.message}")
    nil
  end
end
