package io.moorage.cli.server;

import static io.moorage.cli.command.Column.detail;
import static io.moorage.cli.command.Column.text;
import static io.moorage.cli.command.Column.word;
import static io.moorage.cli.command.Column.yesNo;

import io.moorage.cli.command.Column;
import io.moorage.cli.gateway.Query;
import java.util.List;

/** How a server looks in lists, and its address. */
final class Server {
    static final List<Column> COLUMNS = List.of(
            text("number"),
            text("name"),
            word("kind"),
            text("location"),
            detail("datacenter", "/datacenter"),
            word("status"),
            yesNo("overdue"),
            word("power"),
            text("ips"),
            text("tags"),
            detail("image", "/image"),
            detail("roles", "/roles"),
            detail("busyWith", "/busyWith"),
            detail("createdAt", "/createdAt"));

    /** A card shows what a list has no room for. */
    static final List<Column> CARD = List.of(
            text("number"),
            text("name"),
            word("kind"),
            text("location"),
            text("datacenter"),
            word("status"),
            yesNo("overdue"),
            word("power"),
            text("ips"),
            text("reverseDns"),
            text("tags"),
            text("specification"),
            text("image"),
            text("roles"),
            text("busyWith"),
            Column.time("createdAt"));

    private Server() {}

    static String path(String number) {
        return "/servers/" + Query.segment(number);
    }
}
