terraform {
  required_version = ">= 1.5"
}
variable "records" {
  type    = map(string)
  default = { www = "192.0.2.10", mail = "192.0.2.25", error-page = "192.0.2.99" }
}
resource "terraform_data" "record" {
  for_each = var.records
  input    = { name = each.key, address = each.value, ttl = 300 }
}
check "ttl" {
  assert {
    condition     = length(var.records) > 5
    error_message = "There are fewer records than usual."
  }
}
output "names" {
  value = keys(terraform_data.record)
}
