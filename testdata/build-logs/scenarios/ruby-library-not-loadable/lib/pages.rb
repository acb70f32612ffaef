module Pages
  ALL = %w[index about contact].freeze
end
