package io.moorage.inventory.action;

import java.util.List;

/** The systems that a server can be reinstalled with. Their names are the vendors' own, in every language. */
final class Images {
    private static final List<Image> ALL = List.of(
            new Image("almalinux-10", "AlmaLinux 10", "linux"),
            new Image("debian-12", "Debian 12", "linux"),
            new Image("debian-13", "Debian 13", "linux"),
            new Image("fedora-server-43", "Fedora Server 43", "linux"),
            new Image("freebsd-15", "FreeBSD 15", "bsd"),
            new Image("rocky-10", "Rocky Linux 10", "linux"),
            new Image("ubuntu-24.04", "Ubuntu 24.04 LTS", "linux"),
            new Image("ubuntu-26.04", "Ubuntu 26.04 LTS", "linux"));

    private Images() {}

    static List<Image> all() {
        return ALL;
    }

    static boolean isKnown(String id) {
        return ALL.stream().anyMatch(image -> image.id().equals(id));
    }

    /**
     * @param id stable; what a reinstallation names
     * @param family {@code linux} or {@code bsd}
     */
    record Image(String id, String name, String family) {}
}
