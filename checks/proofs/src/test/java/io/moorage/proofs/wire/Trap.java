package io.moorage.proofs.wire;

import java.util.Set;

/** Recognises the one message at which a conversation is to be stopped. Called for one message at a time. */
public interface Trap {

    /** @return whether this is the message; it is held, and everything after it in its direction */
    boolean springs(Object connection, boolean fromClient, byte[] frame);

    /** What the messages seen say about whose they are, such as the ids in them. */
    Set<String> clues();
}
