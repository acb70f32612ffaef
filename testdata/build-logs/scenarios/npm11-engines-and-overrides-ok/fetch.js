throw new Error("getaddrinfo ENOTFOUND binaries.example.org");
