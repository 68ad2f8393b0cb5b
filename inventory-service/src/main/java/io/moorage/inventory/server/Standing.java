package io.moorage.inventory.server;

/** An event of a server's life, with how the server stands after it. */
public interface Standing {
    String number();

    String account();

    ServerStatus status();

    boolean overdue();
}
