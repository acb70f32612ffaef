package org.example;

import org.springframework.stereotype.Service;

@Service
public class Orders {
    private final Mailer mailer;

    public Orders(Mailer mailer) {
        this.mailer = mailer;
    }
}
