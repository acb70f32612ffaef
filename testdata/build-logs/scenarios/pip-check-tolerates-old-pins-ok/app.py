import markupsafe

print("markupsafe", markupsafe.escape("<ok>"))
