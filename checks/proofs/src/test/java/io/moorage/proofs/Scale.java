package io.moorage.proofs;

/** How much a run does: little in the ordinary build, much with {@code -Dmoorage.proofs=long}. */
final class Scale {
    static final boolean LONG = "long".equals(System.getProperty("moorage.proofs"));
    /** Decides amounts, repetitions, and which command a kill meets. */
    static final long SEED = Long.getLong("moorage.proofs.seed", 20261120);

    private Scale() {}

    /** For each window; {@code -Dmoorage.proofs.kills} says otherwise. */
    static int kills() {
        return Integer.getInteger("moorage.proofs.kills", LONG ? 20 : 1);
    }

    static int repetitions() {
        return LONG ? 50 : 3;
    }

    static int customers() {
        return LONG ? 8 : 4;
    }
}
