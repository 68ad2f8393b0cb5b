package io.moorage.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.identity.IdentityTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IdentityTest
class AllowancesIT {
    @Autowired
    Allowances allowances;

    @Autowired
    ForgetUnusedAllowances forgetting;

    @Autowired
    JdbcTemplate sql;

    @Test
    void one_that_is_whole_again_is_forgotten_and_one_in_use_is_not() {
        Allowance twice = new Allowance("test", UUID.randomUUID().toString(), Limit.of("2/PT1H"));
        Instant now = Instant.now();
        allowances.take(List.of(twice), now);
        allowances.take(List.of(twice), now);

        forgetting.sweep();
        assertThat(allowances.take(List.of(twice), now)).isPresent();

        sql.update("update allowance set used_until = now() - interval '1 second'");
        forgetting.sweep();
        assertThat(sql.queryForObject("select count(*) from allowance", Integer.class))
                .isZero();
    }
}
