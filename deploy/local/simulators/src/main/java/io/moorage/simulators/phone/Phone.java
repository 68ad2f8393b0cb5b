package io.moorage.simulators.phone;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All telephones: keeps the last messages in memory, newest first. */
final class Phone {
    private static final int MOST = 10_000;

    private final Deque<PhoneMessage> messages = new ArrayDeque<>();
    private final Clock clock;

    Phone(Clock clock) {
        this.clock = clock;
    }

    synchronized void receive(String to, String channel, String operator, @Nullable String language, String text) {
        messages.addFirst(new PhoneMessage(
                to, channel, operator, language, text, clock.instant().toString()));
        if (messages.size() > MOST) {
            messages.removeLast();
        }
    }

    /** All messages to a number, or to anybody if it is empty. */
    synchronized List<PhoneMessage> messages(String to) {
        return messages.stream()
                .filter(message -> to.isEmpty() || message.to().equals(to))
                .toList();
    }
}
