package io.moorage.inventory.server;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a server is made of. */
@Schema(name = "ServerSpecification")
public record Specification(
        int cpus,
        int cores,
        int ramGb,
        int diskGb,
        @Nullable String gpu) {}
