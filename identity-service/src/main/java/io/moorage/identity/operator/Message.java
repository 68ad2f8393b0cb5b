package io.moorage.identity.operator;

/**
 * What an operator is to carry.
 *
 * @param to in the form of E.164
 * @param language {@code fr} or {@code en}; by it a call chooses the voice
 * @param text to read, or to be spoken {@link #TIMES_SPOKEN} times
 */
public record Message(Channel channel, String to, String language, String text) {
    /** Who picks up a telephone rarely holds a pen. */
    public static final int TIMES_SPOKEN = 3;

    /** The language as voices are named, as {@code fr-FR}. */
    public String voice() {
        return language.equals("fr") ? "fr-FR" : "en-GB";
    }

    /** Without number and text: neither is anybody's to read in a log. */
    @Override
    public String toString() {
        return "Message by " + channel.code();
    }
}
