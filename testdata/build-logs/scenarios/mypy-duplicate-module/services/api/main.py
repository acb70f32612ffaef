import models

print(models.Order)
