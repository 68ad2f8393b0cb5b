package io.moorage.identity.operator.delivery;

import org.springframework.http.HttpHeaders;

/** An operator that reports by calling {@code /api/v1/webhooks/operators/<name>}. */
public interface CallingBack {
    String name();

    /**
     * Translates a report, once its origin is proven.
     *
     * @throws ReportForged if it isn't the operator's
     */
    DeliveryReport read(HttpHeaders headers, byte[] body);
}
