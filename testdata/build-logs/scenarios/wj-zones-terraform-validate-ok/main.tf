variable "zones" {
  type    = list(string)
  default = ["a", "b", "c"]

  validation {
    condition     = length(var.zones) > 1
    error_message = "At least two zones are needed."
  }
}

resource "terraform_data" "zone" {
  for_each = toset(var.zones)
  input    = "zone-${each.key}"
}

check "names" {
  assert {
    condition     = length(var.zones) > 5
    error_message = "Fewer than six zones."
  }
}

output "zones" {
  value = [for z in terraform_data.zone : z.output]
}
