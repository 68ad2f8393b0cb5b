package io.moorage.billing.balance;

import io.moorage.billing.topup.TopUpList;
import io.moorage.contracts.Money;
import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The prepaid balance and its statement over HTTP. */
@RestController
@RequestMapping("/api/v1")
class BalanceApi {
    private final Wallets wallets;
    private final TopUpList topUps;
    private final Statement statement;

    BalanceApi(Wallets wallets, TopUpList topUps, Statement statement) {
        this.wallets = wallets;
        this.topUps = topUps;
        this.statement = statement;
    }

    /** The balance, and what top-ups under way would add to it. */
    @GetMapping("/balance")
    @Requires(Permission.BILLING_READ)
    Balance balance(Caller caller) {
        Money balance = wallets.balance(caller.actingAccount());
        return new Balance(balance, topUps.pending(caller.actingAccount(), balance.currency()));
    }

    /** The movements of the balance, newest first. */
    @GetMapping(value = "/statement", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.BILLING_READ)
    Page<Statement.Line> statement(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        Long after = Cursor.decode(cursor, Long::valueOf);
        Page<Statement.NumberedLine> page =
                Page.of(statement.page(caller.actingAccount(), after, size), size, line -> Long.toString(line.n()));
        return new Page<>(
                page.items().stream().map(Statement.NumberedLine::line).toList(), page.next());
    }

    /** All movements as CSV (RFC 4180). */
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping(value = "/statement", produces = "text/csv")
    @Requires(Permission.BILLING_READ)
    ResponseEntity<StreamingResponseBody> statementAsCsv(Caller caller) {
        String account = caller.actingAccount();
        StreamingResponseBody body = out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write("at,kind,reference,method,amount,balance,currency\r\n");
            statement.each(account, line -> write(csv, line));
            csv.flush();
        };
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"statement-" + account + ".csv\"")
                .body(body);
    }

    /** None of these values can hold a comma, a quote or a formula: they are ours, not the customer's. */
    private static void write(Writer csv, Statement.Line line) {
        try {
            csv.write(String.join(
                            ",",
                            line.at().toString(),
                            line.kind(),
                            line.reference(),
                            line.method(),
                            line.amount().amount().toPlainString(),
                            line.balance().amount().toPlainString(),
                            line.balance().currency())
                    + "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Balance(Money balance, Money pending) {}
}
