locals {
  prefix = "${var.project}-${var.environment}"
  zones  = ["a", "b"]
}

output "buckets" {
  value = [for zone in local.zones : "${local.prefix}-${zone}"]
}
