RSpec.configure { |c| c.example_status_persistence_file_path = '/tmp/examples' }
