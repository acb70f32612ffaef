import dateutil
