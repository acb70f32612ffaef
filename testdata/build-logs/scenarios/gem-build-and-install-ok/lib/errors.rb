module Errors
  TEXT = 'fatal: error texts, failed'
end
