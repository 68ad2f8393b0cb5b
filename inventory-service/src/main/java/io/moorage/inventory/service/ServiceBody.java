package io.moorage.inventory.service;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Something rented, as the API shows it.
 *
 * @param id a server's number, a hosting plan's id
 * @param label what tells it from others of its name: a hosting plan's domain, a server's number
 * @param overdue whether its payment is late
 * @param roles that the acting account holds on it
 */
@Schema(name = "RentedService")
record ServiceBody(
        String id,

        @Schema(allowableValues = {"server", "hosting-plan"})
        String kind,

        String name,
        String label,

        @Schema(allowableValues = {"provisioning", "active", "suspended", "cancelled"})
        String status,

        boolean overdue,

        @ArraySchema(schema = @Schema(allowableValues = {"admin", "technical", "billing"}))
        List<String> roles,

        Instant createdAt) {}
