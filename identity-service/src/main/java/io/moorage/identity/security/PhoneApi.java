package io.moorage.identity.security;

import io.moorage.identity.number.PhoneNumber;
import io.moorage.identity.operator.Channel;
import io.moorage.identity.security.PhoneChange.Challenge;
import io.moorage.web.Caller;
import io.moorage.web.Malformed;
import io.moorage.web.WithoutAccount;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The mobile number that codes go to. */
@RestController
@RequestMapping("/api/v1/me/security/phone")
class PhoneApi {
    /** Where the client is, as the gateway found it; it lets none through that a client sends. */
    static final String ADDRESS = "Moorage-Client-Address";

    private final PhoneChange change;

    PhoneApi(PhoneChange change) {
        this.change = change;
    }

    /** Sends a code to a new number, which counts once the code is verified. */
    @PutMapping
    @WithoutAccount
    @ResponseStatus(HttpStatus.ACCEPTED)
    Challenge begin(
            @RequestBody NewPhone wished,
            Caller caller,
            Locale language,
            @Parameter(hidden = true) @RequestHeader(name = ADDRESS, required = false) @Nullable String address) {
        PhoneNumber number = PhoneNumber.of(required(wished.number()), wished.country());
        return change.begin(caller, number, spoken(language.getLanguage()), address);
    }

    /** Sends another code, by another operator or by voice, once that is offered. */
    @PostMapping("/resend")
    @WithoutAccount
    @ResponseStatus(HttpStatus.ACCEPTED)
    Challenge resend(
            @RequestBody Resend wished,
            Caller caller,
            Locale language,
            @Parameter(hidden = true) @RequestHeader(name = ADDRESS, required = false) @Nullable String address) {
        Channel channel = Channel.of(required(wished.channel())).orElseThrow(() -> new Malformed("malformed-request"));
        // A call speaks English unless another language was chosen for it.
        String asked = channel == Channel.SMS && wished.language() == null ? language.getLanguage() : wished.language();
        return change.resend(caller, required(wished.challenge()), channel, spoken(asked), address);
    }

    /** Proves that the new number is one's own: from now on codes go there. */
    @PostMapping("/verify")
    @WithoutAccount
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void verify(
            @RequestBody Proof proof,
            Caller caller,
            @Parameter(hidden = true) @RequestHeader(name = ADDRESS, required = false) @Nullable String address) {
        change.verify(caller, required(proof.challenge()), required(proof.code()), address);
    }

    private static String spoken(@Nullable String language) {
        return "fr".equals(language) ? "fr" : "en";
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) throw new Malformed("malformed-request");
        return value;
    }

    /** @param country two letters, for a number without country code */
    @Schema(
            name = "NewPhone",
            requiredProperties = {"number"})
    record NewPhone(@Nullable String number, @Nullable String country) {
        @Override
        public String toString() {
            return "NewPhone";
        }
    }

    @Schema(
            name = "PhoneCodeResend",
            requiredProperties = {"challenge", "channel"})
    record Resend(
            @Nullable UUID challenge,

            @Schema(allowableValues = {"sms", "voice"}) @Nullable
            String channel,

            @Schema(allowableValues = {"fr", "en"}) @Nullable
            String language) {}

    @Schema(
            name = "PhoneProof",
            requiredProperties = {"challenge", "code"})
    record Proof(@Nullable UUID challenge, @Nullable String code) {
        @Override
        public String toString() {
            return "Proof";
        }
    }
}
