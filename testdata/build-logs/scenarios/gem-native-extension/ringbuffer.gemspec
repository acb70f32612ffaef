Gem::Specification.new do |s|
  s.name = "ringbuffer"
  s.version = "0.2.0"
  s.summary = "a ring buffer"
  s.authors = ["builder"]
  s.files = ["ext/ringbuffer/extconf.rb", "ext/ringbuffer/ringbuffer.c"]
  s.extensions = ["ext/ringbuffer/extconf.rb"]
end
