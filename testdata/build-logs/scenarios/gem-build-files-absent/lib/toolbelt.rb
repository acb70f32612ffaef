module Toolbelt; end
