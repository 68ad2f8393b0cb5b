package io.moorage.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the demo customers rent, told to inventory as the order process tells it. Once per data folder: what somebody changes
 * afterwards stays changed.
 */
record DemoData(Setup setup, Console console) {
    // Raised whenever there is more to load: what was loaded before is then told again, which inventory takes as a
    // repetition.
    private static final String EDITION = "2";
    private static final String BUSY = "busy-server";
    private static final String TECHNICIAN = "technician";

    /** Addresses are those reserved for documentation; every machine is a simulated one. */
    private static final String SERVERS = """
            [{"number": "10427", "account": "xx11111-mo", "name": "web-1.hst-test.eu", "kind": "vps",
              "location": "NL", "datacenter": "AMS1", "ips": ["192.0.2.27", "2001:db8:1::27"], "image": "debian-13",
              "specification": {"cpus": 1, "cores": 4, "ramGb": 8, "diskGb": 160}, "tags": ["web", "production"]},
             {"number": "10428", "account": "xx11111-mo", "name": "db-1.hst-test.eu", "kind": "vps",
              "location": "NL", "datacenter": "AMS1", "ips": ["192.0.2.28", "2001:db8:1::28"], "image": "debian-13",
              "specification": {"cpus": 1, "cores": 8, "ramGb": 32, "diskGb": 640}, "tags": ["database", "production"]},
             {"number": "10502", "account": "xx11111-mo", "name": "backup.hst-test.eu", "kind": "dedicated",
              "location": "NL", "datacenter": "AMS2", "ips": ["192.0.2.102"], "image": "freebsd-15", "overdue": true,
              "specification": {"cpus": 1, "cores": 8, "ramGb": 64, "diskGb": 16000}, "tags": ["backup"]},
             {"number": "10611", "account": "xx11111-mo", "name": "web-2.hst-test.fr", "kind": "vps",
              "location": "US", "datacenter": "IAD1", "ips": ["198.51.100.11", "2001:db8:2::11"], "image": "ubuntu-24.04",
              "specification": {"cpus": 1, "cores": 2, "ramGb": 4, "diskGb": 80}, "tags": ["web", "staging"]},
             {"number": "10612", "account": "xx11111-mo", "name": "old-shop.hst-test.fr", "kind": "dedicated",
              "location": "US", "datacenter": "IAD1", "ips": ["198.51.100.12"], "image": "debian-12", "status": "suspended",
              "specification": {"cpus": 2, "cores": 24, "ramGb": 128, "diskGb": 3840}, "tags": []},
             {"number": "10733", "account": "xx11111-mo", "name": "train-1.hst-test.eu", "kind": "gpu",
              "location": "US", "datacenter": "IAD1", "ips": ["198.51.100.33", "2001:db8:2::33"], "image": "ubuntu-24.04",
              "specification": {"cpus": 2, "cores": 64, "ramGb": 512, "diskGb": 7680, "gpu": "2 × NVIDIA L40S"},
              "tags": ["ml"]},
             {"number": "10734", "account": "xx11111-mo", "name": "render-1.hst-test.eu", "kind": "gpu",
              "location": "NL", "datacenter": "AMS2", "ips": ["192.0.2.134", "2001:db8:1::134"], "image": "rocky-10",
              "specification": {"cpus": 1, "cores": 32, "ramGb": 256, "diskGb": 3840, "gpu": "NVIDIA RTX 4000 Ada"},
              "tags": ["render", "nightly"]},
             {"number": "10735", "account": "xx11111-mo", "name": "mirror.hst-test.eu", "kind": "vps",
              "location": "NL", "datacenter": "AMS1", "ips": ["192.0.2.135", "2001:db8:1::135"], "image": "debian-12",
              "specification": {"cpus": 1, "cores": 4, "ramGb": 16, "diskGb": 320}, "tags": ["mirror"]},
             {"number": "20115", "account": "zz22222-mo", "name": "studio.example.eu", "kind": "vps",
              "location": "US", "datacenter": "IAD1", "ips": ["198.51.100.115"], "image": "almalinux-10",
              "specification": {"cpus": 1, "cores": 2, "ramGb": 4, "diskGb": 80}, "tags": ["studio"]}]
            """;

    private static final String HOSTING_PLANS = """
            [{"id": "019aa000-0000-7000-8000-000000000001", "account": "xx11111-mo",
              "name": "Hébergement Web - VPS-5", "domain": "hst-test.eu"},
             {"id": "019aa000-0000-7000-8000-000000000002", "account": "xx11111-mo",
              "name": "Hébergement Web - VPS-5", "domain": "hst-test.fr"}]
            """;

    /** Loads what isn't loaded yet. */
    void load() {
        Properties loaded = Stored.read(file());
        if (EDITION.equals(loaded.getProperty("inventory"))) {
            return;
        }
        long begin = System.nanoTime();
        try (ServiceApi inventory = ServiceApi.of(setup, "inventory")) {
            servers().forEach(server -> tell(inventory, "servers", "number", server));
            items(HOSTING_PLANS).forEach(plan -> tell(inventory, "hosting-plans", "id", plan));
        }
        loaded.setProperty("inventory", EDITION);
        Stored.write(file(), loaded);
        console.part(true, "demo data", "loaded", millisSince(begin), "");
    }

    /**
     * Lets the customer do, once, what others are to find: one of their servers busy, and a technician with access. They
     * log in for that, which takes every part.
     */
    void letCustomerAct() {
        Properties loaded = Stored.read(file());
        if (loaded.containsKey(BUSY) && loaded.containsKey(TECHNICIAN)) {
            return;
        }
        try (Browser customer = new Browser()) {
            LogIn logIn = new LogIn(setup, customer);
            logIn.enter(logIn.password(), logIn.code());
            logIn.account();
            once(loaded, BUSY, BusyServer.NUMBER, "busy server", new BusyServer(setup, customer)::occupy);
            once(loaded, TECHNICIAN, "has access", "technician", new DelegatedTechnician(setup, customer)::invite);
            customer.post(setup.publicUrl() + "/logout", "{}").expect(200);
        } catch (Trouble e) {
            console.part(false, "customer", "can't act", 0, e.text());
        }
    }

    /** What fails is no reason to stop everything; the next start tries again. */
    private void once(Properties loaded, String key, String done, String what, Runnable act) {
        if (loaded.containsKey(key)) {
            return;
        }
        long begin = System.nanoTime();
        try {
            act.run();
        } catch (Trouble e) {
            console.part(false, what, "failed", millisSince(begin), e.text());
            return;
        }
        loaded.setProperty(key, done);
        Stored.write(file(), loaded);
        console.part(true, what, done, millisSince(begin), "");
    }

    private Path file() {
        return setup.home().data("demo-data.properties");
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** As inventory is told of them. */
    static List<Map<String, Object>> servers() {
        return items(SERVERS).stream()
                .map(server -> {
                    Map<String, Object> whole = new HashMap<>(server);
                    whole.put("driver", Map.of("kind", "simulated", "address", server.get("number")));
                    return whole;
                })
                .toList();
    }

    private static void tell(ServiceApi inventory, String list, String key, Map<String, Object> item) {
        Map<String, Object> body = new HashMap<>(item);
        inventory.put(list + "/" + body.remove(key), body);
    }

    private static List<Map<String, Object>> items(String json) {
        return ((List<?>) Json.read(json)).stream().map(DemoData::item).toList();
    }

    private static Map<String, Object> item(Object json) {
        Map<String, Object> item = new HashMap<>();
        ((Map<?, ?>) json).forEach((name, value) -> item.put(String.valueOf(name), value));
        return item;
    }
}
