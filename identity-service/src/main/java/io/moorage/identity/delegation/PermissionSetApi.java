package io.moorage.identity.delegation;

import io.moorage.contracts.Permission;
import io.moorage.web.Requires;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an access can be made of without choosing each permission. */
@RestController
@RequestMapping("/api/v1/permission-sets")
class PermissionSetApi {

    /** The ready-made sets, with what each holds. */
    @GetMapping
    @Requires(Permission.USERS_MANAGE)
    Sets sets() {
        return new Sets(Arrays.stream(PermissionSet.values())
                .map(set -> new Sets.ReadyMade(set.code(), set.permissions(), set.isForChosenServices()))
                .toList());
    }

    @Schema(name = "PermissionSets")
    record Sets(List<ReadyMade> items) {

        /** @param forChosenServices whether it is meant for services to be chosen, not for all */
        @Schema(name = "PermissionSet")
        record ReadyMade(
                @Schema(
                        allowableValues = {
                            "technician",
                            "domain-expert",
                            "colleague",
                            "security-specialist",
                            "accountant"
                        })
                String name,

                List<String> permissions,
                boolean forChosenServices) {}
    }
}
