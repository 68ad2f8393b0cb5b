package io.moorage.bench.service;

/** What can have happened to a wallet. */
public sealed interface WalletEvent {
    /**
     * @param amount in cents
     * @param balance after it, in cents
     */
    record Credited(String account, long amount, long balance) implements WalletEvent {}
}
