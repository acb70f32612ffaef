require 'yaml'

config = YAML.load_file(File.join(__dir__, 'database.yml'))
puts config.fetch('test').fetch('adapter')
