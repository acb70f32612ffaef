terraform {
  required_version = ">= 1.4"
}

variable "region" {
  type    = string
  default = "eu-central"
}

variable "image_tag" {
  type        = string
  description = "tag of the image that is rolled out"
}

resource "terraform_data" "release" {
  input = "${var.region}/${var.image_tag}"
}
