def failed(list) = list.count { |i| i == :failed }
unused = 1
warn "warning: report has #{failed([])} errors"
