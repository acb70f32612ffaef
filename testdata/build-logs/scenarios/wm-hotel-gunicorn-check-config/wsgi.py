from hotel.app import make
app = make()
