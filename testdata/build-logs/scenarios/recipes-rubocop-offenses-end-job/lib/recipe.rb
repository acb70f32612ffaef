# frozen_string_literal: true

# A recipe for some people.
class Recipe
  class UnknownUnit < StandardError; end

  UNITS = { 'g' => 1, 'kg' => 1000 }.freeze

  attr_reader :name, :people

  def initialize(name, people)
    @name = name
    @people = people;
    @parts = {}
  end

  def add(part, amount, unit = 'g')
    factor = UNITS.fetch(unit) { raise UnknownUnit.new("no unit #{unit}") }
    @parts[part] = amount * factor
    self
  end

  def for(people)
    @parts.transform_values { |amount| amount * people / @people }
  end

  def weight
    @parts.values.sum
  end
end
