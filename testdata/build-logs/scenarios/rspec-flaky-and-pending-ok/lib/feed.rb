class Feed
  def self.fetch
    raise IOError, 'connection reset by peer' unless File.exist?('/tmp/seen')

    %w[error failed]
  ensure
    File.write('/tmp/seen', '')
  end
end
