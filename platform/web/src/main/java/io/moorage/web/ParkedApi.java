package io.moorage.web;

import io.moorage.eventstore.NotParked;
import io.moorage.eventstore.PutAside;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work that this service put aside because it failed: listed, tried again at once, or given up by an operator. */
@RestController
@RequestMapping("/internal/parked")
@Hidden // for operators
class ParkedApi {
    private static final Logger LOG = LoggerFactory.getLogger(ParkedApi.class);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@ -]{1,100}");

    private final List<PutAside> kinds;

    ParkedApi(List<PutAside> kinds) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(PutAside::name)).toList();
    }

    @GetMapping
    @Internal
    Page<PutAside.Item> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int wanted = Cursor.limit(limit);
        String after = Cursor.decode(cursor, Function.identity());
        PutAside begun = after == null ? null : begun(after);
        List<PutAside.Item> found = new ArrayList<>();
        for (PutAside kind : kinds.subList(begun == null ? 0 : kinds.indexOf(begun), kinds.size()))
            found.addAll(kind.list(kind == begun ? after : null, wanted + 1 - found.size()));
        return Page.of(found, wanted, PutAside.Item::id);
    }

    /** The next list tells what came of it: the item is gone, or has failed once more. */
    @PostMapping("/{id}/retry")
    @Internal
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable String id) {
        kindOf(id).retry(id);
    }

    /** @param operator who takes it upon themselves that the effect never happens */
    @DeleteMapping("/{id}")
    @Internal
    PutAside.Item drop(@PathVariable String id, @RequestHeader("Moorage-Operator") String operator) {
        if (!NAME.matcher(operator).matches()) throw new Malformed("malformed-request");
        PutAside.Item dropped = kindOf(id).drop(id);
        LOG.warn("{} dropped what was parked: {}", operator, dropped);
        return dropped;
    }

    private PutAside begun(String after) {
        try {
            return kindOf(after);
        } catch (NotParked e) {
            throw new Malformed("cursor-invalid");
        }
    }

    private PutAside kindOf(String id) {
        return kinds.stream()
                .filter(kind -> id.startsWith(kind.name() + ":"))
                .findFirst()
                .orElseThrow(() -> NotParked.gone(id));
    }
}
