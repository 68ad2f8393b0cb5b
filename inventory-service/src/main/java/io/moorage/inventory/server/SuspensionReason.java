package io.moorage.inventory.server;

/** Why a service is suspended. There may be several; it comes back when the last one is gone (product book §3). */
public enum SuspensionReason {
    CUSTOMER_SUSPENDED,
    UNPAID,
    ABUSE,
    PROVIDER
}
