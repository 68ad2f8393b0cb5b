package io.moorage.account.mail;

import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The e-mail archive over HTTP. Mails may be confidential, so it takes more than any access to the account. */
@RestController
@RequestMapping("/api/v1/emails")
class EmailApi {
    private final Emails emails;

    EmailApi(Emails emails) {
        this.emails = emails;
    }

    /** The e-mails that the platform sent to the account, newest first. */
    @GetMapping
    @Requires(Permission.ACCOUNT_MANAGE)
    Page<Emails.Line> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        String after = Cursor.decode(cursor, Reception::mailId);
        return Page.of(emails.page(caller.actingAccount(), after, size), size, Emails.Line::id);
    }

    /** One e-mail as it was sent; secrets, and links that may hold one, are blanked. */
    @GetMapping("/{id}")
    @Requires(Permission.ACCOUNT_MANAGE)
    Emails.Content one(@PathVariable String id, Caller caller) {
        return emails.find(caller.actingAccount(), id).orElseThrow(EmailUnknown::new);
    }
}
