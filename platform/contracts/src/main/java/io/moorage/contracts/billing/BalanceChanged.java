package io.moorage.contracts.billing;

import io.moorage.contracts.Money;
import io.moorage.contracts.PublicEvent;

/** An account's prepaid balance changed by a booking; {@code balance} is the balance after it. {@code reference} names the cause. */
public record BalanceChanged(String account, Money balance, Money change, String kind, String reference)
        implements PublicEvent {}
