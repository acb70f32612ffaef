def check():
    print("failsafe: no error")
