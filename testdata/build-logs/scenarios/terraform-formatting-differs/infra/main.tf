variable "region" {
  type    = string
  default = "eu-central-1"
}

locals {
  name = "shop"
  tags = {
    team = "platform"
    environment = var.region == "eu-central-1" ? "prod" : "dev"
  }
}

output "name" {
  value = local.name
}
