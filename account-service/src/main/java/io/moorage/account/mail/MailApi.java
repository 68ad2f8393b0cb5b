package io.moorage.account.mail;

import io.moorage.eventstore.Conflicts;
import io.moorage.web.Internal;
import io.moorage.web.InvalidFields;
import io.moorage.web.Malformed;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where other services and Keycloak hand over their mails. */
@RestController
@RequestMapping("/internal/mails")
@Hidden // for other parts of the platform
class MailApi {
    private final Reception reception;

    MailApi(Reception reception) {
        this.reception = reception;
    }

    /** Takes a mail, once per id: answered when it is stored, so that whoever gets no answer says it again. */
    @PutMapping("/{id}")
    @Internal
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void take(@PathVariable String id, @RequestBody MailRequest request) {
        String to = request.to() == null ? "" : request.to();
        if (!Recipient.isAddress(to))
            throw new InvalidFields(List.of(new InvalidFields.Field("/to", "recipient-invalid")));
        try {
            Conflicts.retried(() -> {
                hand(id, to, request);
                return true;
            });
        } catch (IllegalArgumentException e) {
            throw new Malformed("malformed-request");
        }
    }

    private void hand(String id, String to, MailRequest request) {
        String language = Objects.requireNonNullElse(request.language(), "");
        if (request.template() != null)
            reception.send(new Mail(
                    id,
                    request.account(),
                    request.user(),
                    to,
                    language,
                    request.template(),
                    Objects.requireNonNullElse(request.parameters(), Map.of()),
                    Objects.requireNonNullElse(request.secrets(), Map.of())));
        else
            reception.send(
                    new Reception.Envelope(id, request.account(), request.user(), to, language), request.letter());
    }

    /**
     * Either a template with its parameters and secrets, or a letter that is written already, in whose links the
     * archive shows nothing that could be a token.
     */
    record MailRequest(
            @Nullable String account,
            @Nullable String user,
            @Nullable String to,
            @Nullable String language,
            @Nullable String template,
            @Nullable Map<String, String> parameters,
            @Nullable Map<String, String> secrets,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String html) {

        private Letter letter() {
            if (subject == null || text == null || html == null) throw new Malformed("malformed-request");
            return new Letter(subject, text, html);
        }

        @Override
        public String toString() {
            return "MailRequest";
        }
    }
}
