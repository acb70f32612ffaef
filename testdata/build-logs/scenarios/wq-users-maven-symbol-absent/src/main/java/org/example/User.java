package org.example;

import com.fasterxml.jackson.annotation.JsonProperty;

public class User {
    @JsonProperty private String name;
    @JsonProperty private String mail;

    public String getName() { return name; }
}
