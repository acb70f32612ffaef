variable "environment" {
type = string
}

output "name" {
  value = "shop-${var.environment}"
}

check "name" {
  assert {
    condition     = length(var.environment) < 4
    error_message = "Error: the environment has a long name."
  }
}
