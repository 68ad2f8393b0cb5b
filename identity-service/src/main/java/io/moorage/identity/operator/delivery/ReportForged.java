package io.moorage.identity.operator.delivery;

import io.moorage.eventstore.Refusal;

/** A report that isn't signed by the operator that it claims to come from. */
public final class ReportForged extends RuntimeException implements Refusal {
    public ReportForged(String why) {
        super(why);
    }

    @Override
    public String code() {
        return "signature-invalid";
    }

    @Override
    public Kind kind() {
        return Kind.UNAUTHENTIC;
    }
}
