import orders
print(orders.total([(2, 3)]))
