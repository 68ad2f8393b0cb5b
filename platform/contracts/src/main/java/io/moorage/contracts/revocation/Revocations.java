package io.moorage.contracts.revocation;

/** What this process knows of revocations. Asked for every request, so it answers from memory. */
public interface Revocations {

    /** Whether something of this kind and with this id has ended. */
    boolean has(String kind, String id);

    /** Whether everything is known that was said until two seconds ago. */
    boolean isFresh();

    /** Whether everything was known at some time since the start. */
    boolean wasRead();
}
