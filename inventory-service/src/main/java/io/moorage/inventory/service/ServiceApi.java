package io.moorage.inventory.service;

import io.moorage.contracts.Permission;
import io.moorage.web.Caller;
import io.moorage.web.Cursor;
import io.moorage.web.Malformed;
import io.moorage.web.Page;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of everything rented over HTTP. */
@RestController
@RequestMapping("/api/v1/services")
class ServiceApi {
    private final RentedServices services;

    ServiceApi(RentedServices services) {
        this.services = services;
    }

    /** Everything on which the acting account holds a role, of one kind or of all. */
    @GetMapping
    @Requires(value = Permission.SERVICES_READ, withinReach = true)
    Page<ServiceBody> list(
            @RequestParam(required = false) @Schema(allowableValues = {"server", "hosting-plan"}) @Nullable String kind,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            Caller caller) {
        int size = Cursor.limit(limit);
        ServiceKind wanted = kind == null || kind.isEmpty()
                ? null
                : ServiceKind.of(kind).orElseThrow(() -> new Malformed("filter-invalid"));
        RentedServices.Place after = Cursor.decode(cursor, RentedServices.Place::read);
        return Page.of(services.page(caller.reach(), wanted, after, size + 1), size, RentedServices.Place::write);
    }
}
