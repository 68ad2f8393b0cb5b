package io.moorage.identity.limit;

/**
 * What somebody may do so often, and no more.
 *
 * @param what is counted, such as {@code send of user}
 * @param whom it is counted for
 */
public record Allowance(String what, String whom, Limit limit) {
    @Override
    public String toString() {
        return "Allowance of " + what;
    }
}
