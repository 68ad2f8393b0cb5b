package io.moorage.identity.operator;

/** Carries messages to telephones. */
public interface Operator {

    /** In events, metrics and the address of its reports, as {@code http-a}. */
    String name();

    boolean offers(Channel channel);

    /** False while it is known that nothing can be handed over, as when a connection that is kept open is lost. */
    default boolean isReachable() {
        return true;
    }

    /**
     * Hands a message over; within a few seconds it is taken or not.
     *
     * @return the operator's own name for it, under which it reports
     * @throws NotTaken if the operator doesn't take it
     */
    String hand(Message message);
}
