package io.moorage.billing.balance;

import io.moorage.billing.topup.TopUpList;
import io.moorage.contracts.Money;
import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Export;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The prepaid balance and its statement over HTTP. */
@RestController
@RequestMapping("/api/v1")
class BalanceApi {
    private static final List<Export.Column<Statement.Line>> COLUMNS = List.of(
            new Export.Column<>("at", Statement.Line::at),
            new Export.Column<>("kind", Statement.Line::kind),
            new Export.Column<>("reference", Statement.Line::reference),
            new Export.Column<>("method", Statement.Line::method),
            new Export.Column<>("amount", line -> line.amount().amount()),
            new Export.Column<>("balance", line -> line.balance().amount()),
            new Export.Column<>("currency", line -> line.balance().currency()));

    private final Wallets wallets;
    private final TopUpList topUps;
    private final Statement statement;
    private final Export export;

    BalanceApi(Wallets wallets, TopUpList topUps, Statement statement, Export export) {
        this.wallets = wallets;
        this.topUps = topUps;
        this.statement = statement;
        this.export = export;
    }

    /** The balance, and what top-ups under way would add to it. */
    @GetMapping("/balance")
    @Requires(Permission.BILLING_READ)
    Balance balance(Caller caller) {
        Money balance = wallets.balance(caller.actingAccount());
        return new Balance(balance, topUps.pending(caller.actingAccount(), balance.currency()));
    }

    /**
     * The movements of the balance, newest first. All of them come as a file: with {@code all=true} as one JSON array, or
     * as CSV or XLSX by {@code Accept}.
     */
    @Parameter(
            name = "all",
            in = ParameterIn.QUERY,
            description = "true gives all movements as one JSON array, without pages.",
            schema = @Schema(type = "boolean"))
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

    @Operation(hidden = true) // the list, as its parameter says
    @GetMapping(value = "/statement", produces = MediaType.APPLICATION_JSON_VALUE, params = "all=true")
    @Requires(Permission.BILLING_READ)
    void whole(Caller caller, HttpServletResponse response) {
        export.json(all(caller.actingAccount()), response);
    }

    @ApiResponse(responseCode = "200", content = @Content(mediaType = Export.CSV, schema = @Schema(type = "string")))
    @GetMapping(value = "/statement", produces = Export.CSV)
    @Requires(Permission.BILLING_READ)
    void csv(Caller caller, HttpServletResponse response) {
        String account = caller.actingAccount();
        export.csv("statement-" + account, COLUMNS, all(account), response);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Export.XLSX, schema = @Schema(type = "string", format = "binary")))
    @GetMapping(value = "/statement", produces = Export.XLSX)
    @Requires(Permission.BILLING_READ)
    void xlsx(Caller caller, HttpServletResponse response) {
        String account = caller.actingAccount();
        export.xlsx("statement-" + account, COLUMNS, all(account), response);
    }

    private Export.Pages<Statement.Line> all(String account) {
        Export.Pages<Statement.NumberedLine> lines =
                last -> statement.page(account, last == null ? null : last.n(), Export.PAGE);
        return lines.shownAs(
                page -> page.stream().map(Statement.NumberedLine::line).toList());
    }

    record Balance(Money balance, Money pending) {}
}
