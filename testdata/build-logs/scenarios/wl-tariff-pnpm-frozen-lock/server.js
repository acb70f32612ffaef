console.log("tariff")
