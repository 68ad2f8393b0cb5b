package io.moorage.identity.code;

import io.moorage.identity.code.CodeCheck.Checked;
import io.moorage.identity.code.CodeCheck.Try;
import io.moorage.identity.code.Codes.Sent;
import io.moorage.identity.code.Codes.Wish;
import io.moorage.identity.number.PhoneNumber;
import io.moorage.identity.operator.Channel;
import io.moorage.web.Internal;
import io.moorage.web.Malformed;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sends and checks codes for Keycloak's pages. */
@RestController
@RequestMapping("/internal/second-factor/codes")
@Hidden // for Keycloak
class CodeApi {
    private final Codes codes;
    private final CodeCheck check;

    CodeApi(Codes codes, CodeCheck check) {
        this.codes = codes;
        this.check = check;
    }

    @PostMapping
    @Internal
    Sent send(@RequestBody SendRequest request) {
        return codes.send(request.wish());
    }

    @PostMapping("/check")
    @Internal
    Answer check(@RequestBody CheckRequest request) {
        Checked checked = check.check(request.attempt());
        return new Answer(checked.outcome().name().toLowerCase(Locale.ROOT), checked.serverTime());
    }

    /** @param outcome {@code right}, {@code expired}, or {@code wrong} for whatever else */
    record Answer(String outcome, Instant serverTime) {}

    /**
     * @param channel {@code sms} or {@code voice}
     * @param language of an SMS the page's, of a call the one chosen; anything but {@code fr} is taken for {@code en}
     */
    record SendRequest(
            @Nullable UUID challenge,
            @Nullable String userId,
            @Nullable String number,
            @Nullable String channel,
            @Nullable String language,
            @Nullable String address) {

        private Wish wish() {
            if (challenge == null || userId == null || userId.isBlank() || number == null)
                throw new Malformed("malformed-request");
            return new Wish(
                    challenge,
                    userId,
                    PhoneNumber.of(number, null),
                    Channel.of(channel == null ? "" : channel).orElseThrow(() -> new Malformed("malformed-request")),
                    "fr".equals(language) ? "fr" : "en",
                    address);
        }

        @Override
        public String toString() {
            return "SendRequest";
        }
    }

    record CheckRequest(
            @Nullable UUID challenge,
            @Nullable String userId,
            @Nullable String code,
            @Nullable String address) {

        private Try attempt() {
            if (challenge == null || userId == null || userId.isBlank() || code == null)
                throw new Malformed("malformed-request");
            return new Try(challenge, userId, code, address);
        }

        @Override
        public String toString() {
            return "CheckRequest";
        }
    }
}
