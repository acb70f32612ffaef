locals {
  name = "subnet"
  zones = ["a","b"]
}

output "names" { value = [for z in local.zones : "${local.name}-${z}"] }
