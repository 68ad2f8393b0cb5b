package io.moorage.keycloak.internal;

/**
 * Something on its way to a service. The body may hold links that let somebody in, so a delivery is never logged but by
 * its id; by that id the service counts it once, however often it comes.
 */
public record Delivery(String id, String method, String path, Object body) {

    @Override
    public String toString() {
        return id;
    }
}
