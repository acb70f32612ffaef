from shop.models import Order

print(Order(1))
