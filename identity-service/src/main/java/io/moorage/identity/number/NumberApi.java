package io.moorage.identity.number;

import io.moorage.web.Internal;
import io.moorage.web.Malformed;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells Keycloak what somebody's number is in full, before a code goes there. */
@RestController
@RequestMapping("/internal/second-factor/numbers")
@Hidden // for Keycloak
class NumberApi {

    @PostMapping
    @Internal
    Number read(@RequestBody Written written) {
        if (written.number() == null) throw new Malformed("malformed-request");
        PhoneNumber number = PhoneNumber.of(written.number(), written.country());
        return new Number(number.e164(), number.shown());
    }

    /** @param country two letters; null if the number has its country code */
    record Written(@Nullable String number, @Nullable String country) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    /** @param shown as people read it */
    record Number(String number, String shown) {}
}
