import datetime
import locale

locale.setlocale(locale.LC_ALL, "de_DE.UTF-8")
print(datetime.date(2025, 3, 1).strftime("%d. %B %Y"))
