terraform {
  required_version = ">= 1.4"
}

variable "unused" {
default = "error"
}

resource "terraform_data" "page" {
  count = 3
  input = "error-page-${count.index}"
}

check "health" {
  assert {
    condition     = length(terraform_data.page) > 5
    error_message = "Fewer than five error pages are served."
  }
}

output "pages" {
  value = terraform_data.page[*].output
}
