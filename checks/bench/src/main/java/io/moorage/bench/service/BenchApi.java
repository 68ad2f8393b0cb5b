package io.moorage.bench.service;

import io.moorage.contracts.Permission;
import io.moorage.eventstore.Commands;
import io.moorage.web.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One command a request, behind the same checks as every endpoint. */
@RestController
@RequestMapping("/api/v1")
class BenchApi {
    private final Commands commands;

    BenchApi(Commands commands) {
        this.commands = commands;
    }

    record Counting(String token) {}

    @PostMapping("/counters/{id}")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.BILLING_PAY)
    Counting count(@PathVariable String id, @RequestBody Counting counting) {
        commands.send(new Counter.Count(id, counting.token()));
        return counting;
    }

    /** @param amount in cents */
    record Crediting(long amount) {}

    @PostMapping("/wallets/{account}/credits")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.BILLING_PAY)
    Crediting credit(@PathVariable String account, @RequestBody Crediting crediting) {
        commands.send(new Wallet.Credit(account, crediting.amount()));
        return crediting;
    }
}
