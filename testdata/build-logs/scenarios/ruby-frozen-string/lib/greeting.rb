# frozen_string_literal: true
module Greeting
  BASE = 'hello'
  def self.to(name) = BASE << ' ' << name
end
