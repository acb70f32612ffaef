from tabulate import tabulate

print(tabulate([[code, "error page", "written"] for code in range(400, 430)]))
