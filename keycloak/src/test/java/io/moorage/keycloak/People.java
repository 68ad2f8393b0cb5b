package io.moorage.keycloak;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

/** New users of whom nothing is known yet, so that a test has one for itself. */
final class People {

    static final String PASSWORD = "correct horse";
    static final String NUMBER = "06 11 22 33 44";

    private People() {}

    static String newLogin() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    static String email(String login) {
        return login + "@example.eu";
    }

    static Map<String, String> registration(String login, String password) {
        return Map.of(
                "username",
                login,
                "email",
                email(login),
                "firstName",
                "Anne",
                "lastName",
                "Le Goff",
                "locale",
                "fr",
                "password",
                password,
                "password-confirm",
                password);
    }

    /** Somebody who has registered, with a verified number. */
    static String registered(World world) throws IOException, InterruptedException {
        String login = newLogin();
        Visitor visitor = world.visitor();
        HttpResponse<String> page = visitor.register("fr", registration(login, PASSWORD));
        visitor.redeem(visitor.enrol(page, NUMBER));
        return login;
    }
}
