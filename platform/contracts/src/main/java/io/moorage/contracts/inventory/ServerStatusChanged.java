package io.moorage.contracts.inventory;

import io.moorage.contracts.PublicEvent;

/** A server's life went on: {@code status} is {@code active}, {@code suspended} or {@code cancelled}; {@code payment} is {@code overdue} or {@code in-time}. */
public record ServerStatusChanged(String server, String account, String status, String payment)
        implements PublicEvent {}
