RATES = {
    "DE": 19,
<<<<<<< HEAD
    "AT": 20,
=======
    "CH": 8,
>>>>>>> feature/rates
}
