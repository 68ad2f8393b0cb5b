package io.moorage.identity.operator.delivery;

import io.moorage.eventstore.Refusal;

/** No operator of this installation reports under that name. */
final class OperatorUnknown extends RuntimeException implements Refusal {
    @Override
    public String code() {
        return "not-found";
    }

    @Override
    public Kind kind() {
        return Kind.NOT_FOUND;
    }
}
