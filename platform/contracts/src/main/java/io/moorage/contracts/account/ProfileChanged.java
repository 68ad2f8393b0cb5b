package io.moorage.contracts.account;

import io.moorage.contracts.PublicEvent;
import java.util.List;

/** The named fields of an account's profile changed. The values are personal data and stay in account-service. */
public record ProfileChanged(String account, List<String> fields) implements PublicEvent {}
