package io.moorage.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reboots a server: long work, which is asked for at once and told of when it begins and when it is done. */
final class RebootWalk {
    private static final String SERVER = "10427";
    private static final Set<String> UNDER_WAY = Set.of("requested", "running");

    private final Setup setup;
    private final Browser browser;
    private final Steps steps;
    private final String api;

    RebootWalk(Setup setup, Browser browser, Steps steps) {
        this.setup = setup;
        this.browser = browser;
        this.steps = steps;
        this.api = setup.publicUrl() + "/api/v1";
    }

    void walk(String account) {
        steps.take("sees server " + SERVER + " among theirs", this::listed);
        PushStream push = steps.take("listens for notices", () -> new PushStream(browser.stream(api + "/stream")));
        String action = steps.take("asks to reboot it, and can go on working", this::reboot);
        steps.take("is shown a notice that it has begun", () -> shown(push, "server-action-requested"));
        steps.take("is shown a notice that it is done", () -> shown(push, "server-action-succeeded"));
        String id = steps.take("sees that the action has succeeded", () -> succeeded(action));
        steps.take("and ServerActionFinished is on Kafka for whoever subscribes", () -> onKafka(id, account));
    }

    private Object listed() {
        Object page = browser.get(api + "/servers?limit=200").expect(200).json();
        List<?> servers = (List<?>) Json.at(page, "items").orElse(List.of());
        return servers.stream()
                .filter(server -> Json.string(server, "number").equals(SERVER))
                .findFirst()
                .orElseThrow(() -> new Trouble("It isn't among the " + servers.size() + " servers in the list."));
    }

    /** The address at which the action can be asked for. */
    private String reboot() {
        return browser.post(api + "/servers/" + SERVER + "/actions", Json.write(Map.of("type", "reboot")))
                .expect(202)
                .location()
                .map(location -> URI.create(setup.publicUrl()).resolve(location).toString())
                .orElseThrow(() -> new Trouble("The answer doesn't say where the action is."));
    }

    private static Object shown(PushStream push, String code) throws InterruptedException {
        PushStream.Event event = push.await(
                candidate -> candidate.name().equals("notification")
                        && Json.string(Json.read(candidate.data()), "link").equals("/services/servers/" + SERVER),
                Demo.LIMIT);
        Object notice = Json.read(event.data());
        if (!Json.string(notice, "code").equals(code)) {
            throw new Trouble("The notice says something else: " + Json.string(notice, "text.en"));
        }
        for (String language : List.of("en", "fr")) {
            if (!Json.string(notice, "text." + language).contains(SERVER)) {
                throw new Trouble("The notice doesn't name the server in '" + language + "': " + event.data());
            }
        }
        return notice;
    }

    private String succeeded(String action) {
        while (true) {
            Object json = browser.get(action).expect(200).json();
            String state = Json.string(json, "state");
            if (state.equals("succeeded")) {
                return Json.string(json, "id");
            }
            if (!UNDER_WAY.contains(state)) {
                throw new Trouble("It is " + state + ": " + Json.string(json, "error.detail"));
            }
            Shell.pause(250);
        }
    }

    private Object onKafka(String action, String account) throws IOException {
        String bootstrap = "127.0.0.1:" + setup.ports().get("kafka");
        String found = new CommittedEvents(setup.home(), bootstrap)
                .await(
                        "moorage.inventory",
                        line -> line.contains("io.moorage.inventory.ServerActionFinished.v1") && line.contains(action));
        Object event = Json.read(found.substring(found.lastIndexOf('\t') + 1));
        boolean right = Json.string(event, "account").equals(account)
                && Json.string(event, "server").equals(SERVER)
                && Json.string(event, "outcome").equals("succeeded");
        if (!right) {
            throw new Trouble("The event says something else: " + event);
        }
        return event;
    }
}
