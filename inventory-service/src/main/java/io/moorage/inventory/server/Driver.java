package io.moorage.inventory.server;

/**
 * How a server's machine is reached.
 *
 * @param kind {@code simulated}, {@code ipmi} or {@code libvirt}
 * @param address in the words of that kind; holds no secret
 */
public record Driver(String kind, String address) {}
