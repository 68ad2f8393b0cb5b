package io.moorage.web;

import io.moorage.eventstore.Verification;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Has this service check its own log; the answer comes when it is through, which may take minutes. */
@RestController
@Hidden // for operators
class VerificationApi {
    private final Verification verification;

    VerificationApi(Verification verification) {
        this.verification = verification;
    }

    @PostMapping("/internal/verification")
    @Internal
    Verification.Report verify() {
        return verification.run();
    }
}
