package io.moorage.identity.operator.delivery;

import io.moorage.web.Unauthenticated;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where operators report what became of messages. */
@RestController
@RequestMapping("/api/v1/webhooks/operators")
@Hidden // for operators, who have their own documents
class DeliveryReportApi {
    private final List<CallingBack> operators;
    private final Deliveries deliveries;

    DeliveryReportApi(Optional<List<CallingBack>> operators, Deliveries deliveries) {
        this.operators = operators.orElseGet(List::of);
        this.deliveries = deliveries;
    }

    @PostMapping("/{operator}")
    @Unauthenticated
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void report(
            @PathVariable String operator,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader HttpHeaders headers) {
        CallingBack who = operators.stream()
                .filter(each -> each.name().equals(operator))
                .findFirst()
                .orElseThrow(OperatorUnknown::new);
        deliveries.report(operator, who.read(headers, body == null ? new byte[0] : body));
    }
}
