package io.moorage.account.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** Tells what can be the one address that a mail goes to. */
final class Recipient {
    private static final int LONGEST = 254; // RFC 5321, without the angle brackets

    private Recipient() {}

    /**
     * Whether it is an address and nothing else: no name, no second one, no line break with a header after it. In ASCII,
     * since servers without SMTPUTF8 would be given another address.
     */
    static boolean isAddress(String text) {
        if (text.length() > LONGEST || !text.codePoints().allMatch(Recipient::isPlain)) return false;
        try {
            return new InternetAddress(text, true).getAddress().equals(text);
        } catch (AddressException e) {
            return false;
        }
    }

    /** Of a text that is no address, what a table can hold. */
    static String shown(String text) {
        return text.codePoints()
                .filter(character -> !Character.isISOControl(character) && !isSurrogate(character))
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int character) {
        return Character.getType(character) == Character.SURROGATE;
    }

    private static boolean isPlain(int character) {
        return character > ' ' && character < 127;
    }
}
