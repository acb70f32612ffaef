package com.example.notify;

import com.google.gson.Gson;

public class Mail {
    String to;

    String json() {
        return new Gson().toJson(this);
    }
}
