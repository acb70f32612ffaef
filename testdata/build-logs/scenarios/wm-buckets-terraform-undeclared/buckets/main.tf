variable "prefix" {
  default = "acme"
}
locals {
  names = [for n in ["logs", "media"] : "${var.prefix}-${var.environment}-${n}"]
}
output "names" { value = local.names }
