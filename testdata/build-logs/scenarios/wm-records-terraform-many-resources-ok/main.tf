locals {
  zones = ["a", "b", "c"]
  roles = ["web", "api", "db", "cache", "mail", "failover", "error-pages", "log"]
  pairs = { for p in setproduct(local.roles, local.zones) : "${p[0]}-${p[1]}" => p }
}
resource "terraform_data" "record" {
  for_each         = local.pairs
  input            = "${each.value[0]}.${each.value[1]}.example.com"
  triggers_replace = [each.key]
}
output "count" {
  value = length(terraform_data.record)
}
