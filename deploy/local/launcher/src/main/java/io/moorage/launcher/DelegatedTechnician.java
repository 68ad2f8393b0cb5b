package io.moorage.launcher;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives the demo technician access to the demo customer's account, the way customers do: invited by mail, and accepted. */
final class DelegatedTechnician {
    static final Map<String, Object> TECHNICIAN = Status.login("technician");

    private static final Pattern LINK = Pattern.compile("/invitation#([A-Za-z0-9_-]+)");

    private final Setup setup;
    private final Browser customer;
    private final String api;

    /** @param customer logged in */
    DelegatedTechnician(Setup setup, Browser customer) {
        this.setup = setup;
        this.customer = customer;
        this.api = setup.publicUrl() + "/api/v1";
    }

    void invite() {
        if (hasAccess()) {
            return;
        }
        List<String> before = links();
        customer.post(
                        api + "/invitations",
                        Json.write(Map.of(
                                "email", TECHNICIAN.get("email"), "permissions", permissions(), "services", "all")))
                .expect(201);
        String token = LogIn.await(
                "No invitation has come",
                () -> links().stream().filter(link -> !before.contains(link)).findFirst());
        try (Browser technician = new Browser()) {
            new LogIn(setup, technician, TECHNICIAN).password();
            technician
                    .post(api + "/invitations/accept", Json.write(Map.of("token", token)))
                    .expect(200);
            technician.post(setup.publicUrl() + "/logout", "{}").expect(200);
        }
    }

    private boolean hasAccess() {
        Object users = customer.get(api + "/users?limit=200").expect(200).json();
        return ((List<?>) Json.at(users, "items").orElse(List.of()))
                .stream().anyMatch(user -> Json.string(user, "login").equals(TECHNICIAN.get("login")));
    }

    /** Of the ready-made set. */
    private Object permissions() {
        Object sets = customer.get(api + "/permission-sets").expect(200).json();
        for (Object set : (List<?>) Json.at(sets, "items").orElse(List.of())) {
            if (Json.string(set, "name").equals("technician")) {
                return Json.at(set, "permissions").orElseThrow();
            }
        }
        throw new Trouble("There is no set of permissions for technicians.");
    }

    /** What the links of all invitations to the technician carry, the newest first. */
    private List<String> links() {
        String messages = setup.local("simulators") + "/mail/messages?to="
                + Browser.encode(String.valueOf(TECHNICIAN.get("email")));
        try (Browser mailbox = new Browser()) {
            return ((List<?>) mailbox.get(messages).expect(200).json())
                    .stream()
                            .map(mail -> LINK.matcher(Json.string(mail, "text")))
                            .filter(Matcher::find)
                            .map(link -> link.group(1))
                            .toList();
        }
    }
}
