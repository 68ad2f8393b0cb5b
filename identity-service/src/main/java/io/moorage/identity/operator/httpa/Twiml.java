package io.moorage.identity.operator.httpa;

import io.moorage.identity.operator.Message;

/** What a call is to say, in the markup that the operator speaks. */
final class Twiml {
    private Twiml() {}

    /** Each time after a breath, and the first after the telephone has been lifted to the ear. */
    static String of(Message message) {
        String once =
                "<Pause length=\"1\"/><Say language=\"" + message.voice() + "\">" + escape(message.text()) + "</Say>";
        return "<Response>" + once.repeat(Message.TIMES_SPOKEN) + "</Response>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
