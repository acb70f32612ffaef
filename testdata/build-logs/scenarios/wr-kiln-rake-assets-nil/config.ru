run ->(env) { [200, {}, ['kiln']] }
