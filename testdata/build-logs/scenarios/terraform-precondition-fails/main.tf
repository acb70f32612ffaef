terraform {
  required_version = ">= 1.4"
}

variable "replicas" {
  type = number
}

resource "terraform_data" "network" {
  input = "10.0.0.0/16"
}

resource "terraform_data" "cluster" {
  input = var.replicas

  lifecycle {
    precondition {
      condition     = var.replicas % 2 == 1
      error_message = "The number of replicas must be odd, or there is no quorum."
    }
  }
}
